"""Mẫu quy định trên màn hình: its head, its numbered blanks and its signatures."""

from base64 import b64encode

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from congvu.kernel.documents.papers.letterhead import DOTS
from congvu.kernel.documents.papers.model import Blank, Blanks, Dots, Filled, Numbered, Prescribed, Signing

_JPEG = b"\xff\xd8"


def head(form: Prescribed, *, title: str, heading: int) -> SafeString:
    """Đầu mẫu: whose file it is, the picture, and the first items beside it."""
    return format_html(
        '<header class="paper-prescribed"><div class="paper-keeper">{1}<p class="paper-mark">{0}</p></div>{2}'
        '<div class="paper-pictured">{3}<div><h{4} class="paper-title">{5}</h{4}>{6}</div></div></header>',
        _lines(form.mark),
        _side(form.reference),
        _side(form.keeper),
        _picture(form),
        heading,
        _lines(title),
        _joined([to_fill_in(line) for line in form.beside]),
    )


def to_fill_in(block: Filled) -> SafeString:
    """Dòng khai, the name of an item, or lines for a hand."""
    match block:
        case Blanks():
            return _blanks(block)
        case Numbered(words=words):
            return format_html('<p class="paper-numbered">{}</p>', _lines(words))
        case Dots(lines=lines):
            return _joined([mark_safe('<p class="paper-dots"></p>')] * lines)


def _blanks(block: Blanks) -> SafeString:
    parts = [_blank(blank) for blank in block.blanks]
    return format_html('<p class="paper-blanks">{}{}</p>', block.lead, _joined(parts, between="; "))


def foot(form: Prescribed) -> SafeString:
    """Nơi ký và ghi chú cuối mẫu."""
    signed = _joined([format_html("<div>{}</div>", _signing(signing)) for signing in form.signings])
    notes = format_html_join("", '<p class="paper-foot">{}</p>', ((line,) for line in form.foot))
    return format_html('<footer class="paper-signings">{}</footer>{}', signed, notes)


def _signing(signing: Signing) -> SafeString:
    first, *others = signing.lines
    return format_html(
        '<p class="paper-placed">{}</p><p class="paper-signatory">{}</p>{}<p class="paper-name">{}</p>',
        signing.above,
        _lines(first),
        format_html_join("", "<p>{}</p>", ((_lines(line),) for line in others)),
        signing.name,
    )


def _side(blanks: tuple[Blank, ...]) -> SafeString:
    return format_html("<div>{}</div>", _joined([to_fill_in(Blanks("", (blank,))) for blank in blanks]))


def _picture(form: Prescribed) -> SafeString:
    if form.picture is None:
        return format_html('<div class="paper-picture">{}</div>', _lines(form.picture_words))
    kind = "jpeg" if form.picture.content.startswith(_JPEG) else "png"
    source = f"data:image/{kind};base64,{b64encode(form.picture.content).decode()}"
    return format_html('<div class="paper-picture"><img src="{}" alt="{}"></div>', source, form.picture.shows)


def _blank(blank: Blank) -> SafeString:
    label = f"{blank.label}: " if blank.label else ""
    if not blank.words:
        return format_html('{}<span class="paper-unanswered">{}</span>', label, DOTS)
    return format_html("{}<strong>{}</strong>", label, _lines(blank.words))


def _lines(words: str) -> SafeString:
    return format_html_join(mark_safe("<br>"), "{}", ((escape(line),) for line in words.split("\n")))


def _joined(parts: list[SafeString], between: str = "") -> SafeString:
    return format_html_join(between, "{}", ((part,) for part in parts))
