import pytest
from django.db import ProgrammingError, connection, transaction

from congvu.kernel import scope
from congvu.kernel.scope.models import PersonIdentity
from congvu.kernel.scope.tests import make

pytestmark = pytest.mark.django_db


def test_without_a_scope_nobody_is_seen():
    tree = make.tree()
    with scope.within(["t1"]):
        PersonIdentity.objects.create(home=tree.ward)

    assert PersonIdentity.objects.count() == 0


def test_a_scope_shows_the_branch_below_it_and_nothing_beside_it():
    tree = make.tree()
    with scope.within(["t1"]):
        PersonIdentity.objects.create(home=tree.ward)
        PersonIdentity.objects.create(home=tree.other)

    with scope.within(["t1.q1"]):
        assert [person.home_id for person in PersonIdentity.objects.order_by("pk")] == [tree.ward.pk]


@pytest.mark.parametrize("paths", [[], [""], ["", ""]])
def test_a_scope_of_nothing_is_not_a_scope_of_everything(paths):
    tree = make.tree()
    with scope.within(["t1"]):
        PersonIdentity.objects.create(home=tree.ward)

    with scope.within(paths):
        assert PersonIdentity.objects.count() == 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('congvu.scope', ',', true)")
        assert PersonIdentity.objects.count() == 0


def test_an_inner_scope_gives_way_to_the_outer_one_when_it_ends():
    with scope.within(["t1.q1"]):
        with scope.within(["t1.q2"]):
            assert scope.current() == "t1.q2"

        assert scope.current() == "t1.q1"


def test_nobody_can_be_entered_outside_the_scope():
    tree = make.tree()

    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic(), scope.within(["t1.q2"]):
        PersonIdentity.objects.create(home=tree.ward)


def test_when_a_unit_moves_in_the_tree_its_people_move_with_it():
    tree = make.tree()
    with scope.within(["t1"]):
        person = PersonIdentity.objects.create(home=tree.ward)

        tree.ward.path = "t1.q2.p1"
        tree.ward.save(update_fields=["path"])

        person.refresh_from_db()
        assert person.path == "t1.q2.p1"


def test_the_application_owns_nothing_and_cannot_leave_the_scope():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)
