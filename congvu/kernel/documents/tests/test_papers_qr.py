"""The square that leads back to the page of a paper."""

from xml.etree import ElementTree

from congvu.kernel.documents import qr


def test_an_address_is_drawn_as_one_svg_element():
    drawn = qr.svg("https://congvu.example/van-ban/12/?a=1&b=<2>")

    assert ElementTree.fromstring(drawn).tag.endswith("svg")
    assert "congvu.example" not in drawn


def test_the_same_address_gives_the_same_drawing():
    assert qr.svg("/van-ban/12/") == qr.svg("/van-ban/12/") != qr.svg("/van-ban/13/")
