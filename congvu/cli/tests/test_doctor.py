"""The doctor finds what must not be."""

from collections.abc import Iterator

import pytest
from django.db import connection

from congvu.cli import doctor, roles
from congvu.config.settings import database
from congvu.kernel.access.models import User
from tests.databases import KEY


@pytest.fixture
def as_owner(request: pytest.FixtureRequest, transactional_db: None) -> Iterator[None]:
    before = dict(connection.settings_dict)
    cluster = request.config.stash[KEY].cluster
    assert cluster is not None
    connection.close()
    connection.settings_dict.update(database(cluster.url(roles.OWNER, database=before["NAME"])))
    yield
    connection.close()
    connection.settings_dict.update(before)


@pytest.mark.django_db
def test_a_sound_installation_has_no_faults():
    assert {label: list(check()) for label, check in doctor.CHECKS.items()} == dict.fromkeys(doctor.CHECKS, [])


@pytest.mark.usefixtures("as_owner")
def test_an_owner_may_not_serve_as_the_application():
    faults = " ".join(doctor.role())

    assert "có quyền quản trị" in faults
    assert "xóa trắng được bảng" in faults


@pytest.mark.usefixtures("as_owner")
def test_a_table_with_people_must_be_under_row_security():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE loose (person_id bigint REFERENCES scope_personidentity)")

    assert list(doctor.row_security()) == ["Bảng loose có dữ liệu về người mà chưa bật chính sách dòng."]


@pytest.mark.django_db
@pytest.mark.parametrize(("production", "faults"), [(True, 1), (False, 0)])
def test_demonstration_accounts_are_refused_in_production(settings, production, faults):
    settings.PRODUCTION = production
    User.objects.create_user("thu", is_demo=True)

    assert len(list(doctor.demonstration())) == faults


def test_production_needs_a_long_key_and_a_name(settings):
    settings.PRODUCTION, settings.SECRET_KEY, settings.ALLOWED_HOSTS = True, "ngắn", ["localhost"]

    assert len(list(doctor.configuration())) == 2


def test_letters_lead_to_the_address_that_people_know(settings):
    settings.PRODUCTION, settings.SECRET_KEY, settings.ALLOWED_HOSTS = True, "k" * 50, ["congvu.example"]
    settings.EMAIL_HOST = "mail.example"

    [fault] = doctor.configuration()

    assert "CONGVU_ADDRESS" in fault
