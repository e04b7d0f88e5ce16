"""Proposals to one's own file: who writes what, what may be sent, what becomes of it, who sees it."""

from datetime import date

import pytest

from congvu.contexts.personnel import actions as file_actions
from congvu.contexts.personnel import queries as file_queries
from congvu.contexts.personnel.actions import proposals as actions
from congvu.contexts.personnel.actions.proposals import Asked
from congvu.contexts.personnel.models import FilePaper, Proposal, ProposalEvidence, ProposalItem
from congvu.contexts.personnel.queries import proposals as queries
from congvu.contexts.personnel.queries.file import person_file
from congvu.contexts.personnel.tests import make, make_proposals
from congvu.contexts.personnel.tests.make_proposals import CONTACT, DAY, DEGREE, HOME, SCAN
from congvu.kernel import scope
from congvu.kernel.access import Grant, NotPermitted, Officer, Role
from congvu.kernel.agenda import queries as agenda
from congvu.kernel.agenda.models import Obligation
from congvu.kernel.audit.models import Fact
from congvu.kernel.workflow import NotTaken, Refused
from congvu.law.personal_file import group

STEPS = ("send", "send_again", "discard", "give_up", "withdraw", "judge", "return", "conclude")


@pytest.fixture
def at(db):
    with scope.within(scope.everything(["900000"])):
        yield make_proposals.school()


def _kinds(person):
    return list(Fact.objects.filter(person=person.pk).order_by("pk").values_list("kind", flat=True))


def _level(person, on):
    return person_file(person, on=on).levels["professional"]


def test_a_degree_counts_from_the_day_it_was_awarded_once_it_is_accepted(at):
    proposal = make_proposals.sent(at)
    assert _level(at.teacher, DAY) == 4

    make_proposals.accepted(proposal, by=at.at.by)

    assert (_level(at.teacher, date(2015, 12, 19)), _level(at.teacher, date(2015, 12, 20))) == (4, 5)
    filed = FilePaper.objects.filter(person=at.teacher)
    told = filed.values_list("kind", "study__certificate_number", "file__media_type").get()
    assert told == ("degree", "ThS 0071", "image/jpeg")
    proposal.refresh_from_db()
    assert (proposal.state, proposal.left, proposal.ended_on) == ("decided", 0, DAY)
    assert _kinds(at.teacher)[-4:] == [
        "personnel.ProposalSent",
        "personnel.StudyRecorded",
        "personnel.PaperFiled",
        "personnel.ProposedItemAccepted",
    ]


def test_the_office_owes_an_answer_until_it_is_given(at):
    proposal = make_proposals.sent(at)

    owed = list(agenda.owed_by(at.at.by))
    make_proposals.accepted(proposal, by=at.at.by)

    assert [(one.address, one.due_at.date()) for one in owed] == [(f"/de-nghi-ho-so/{proposal.pk}/", date(2016, 4, 19))]
    assert not agenda.owed_by(at.at.by).exists()


def test_what_is_returned_is_owed_by_the_person_and_by_nobody_else(at):
    proposal = make_proposals.sent(at)

    actions.send_back(proposal, request="Chụp thêm mặt sau của bằng.", by=at.at.by, on=DAY)

    assert not agenda.owed_by(at.at.by).exists()
    with scope.within(at.own.sight):
        assert [one.address for one in agenda.owed_by(at.own)] == [f"/ho-so-cua-toi/de-nghi/{proposal.pk}/"]
        actions.send(proposal, by=at.own, on=DAY)
        assert not agenda.owed_by(at.own).exists()
    assert Obligation.objects.filter(closed_on=None).count() == 1


@pytest.mark.parametrize(
    ("asked", "scan", "says"),
    [
        pytest.param(Asked("study", "file", DEGREE), b"", "giấy tờ chứng minh", id="a degree without its scan"),
        pytest.param(Asked("health", "file", {"state": "1"}), b"", "giấy tờ", id="health without its certificate"),
        pytest.param(Asked("study", "file", {**DEGREE, "awarded": "2017"}), SCAN, "chưa đúng", id="not yet awarded"),
        pytest.param(Asked("contact", "file", {}), b"", "chưa ghi đủ", id="a field that must be told"),
        pytest.param(Asked("residence", "none"), b"", "chưa đúng", id="nobody lives nowhere"),
        pytest.param(Asked("contact", "change", CONTACT), b"", "chưa đúng", id="a change without its day"),
    ],
)
def test_what_is_wrong_or_unproven_is_kept_but_not_sent(at, asked, scan, says):
    item = make_proposals.proposed(at, asked, scan=scan)

    with scope.within(at.own.sight), pytest.raises(Refused) as refused:
        actions.send(item.proposal, by=at.own, on=DAY)

    assert says in refused.value.findings[0].because
    assert Proposal.objects.get().state == "draft"


def test_everyday_data_need_no_paper(at):
    proposal = make_proposals.sent(at, Asked("contact", "file", CONTACT))

    make_proposals.accepted(proposal, by=at.at.by)

    assert [one.values for one in file_queries.items(at.teacher, on=DAY)] == [CONTACT]


def test_a_draft_keeps_what_was_typed_until_it_is_right(at):
    item = make_proposals.proposed(at, Asked("health", "file", {"state": "1", "height": "1m6", "shoe": "41"}))

    assert item.values == {"state": "1", "height": "1m6"}
    assert set(queries.faults_of(item, on=DAY)) == {"height"}


def test_a_change_shows_the_old_beside_the_new_in_the_words_of_the_form(at):
    held = file_actions.file_item(
        at.teacher, file_actions.ItemEntry("marriage", {"state": "single"}), by=at.at.by, on=make.DAY
    )
    asked = Asked("marriage", "change", {"state": "married", "since": "2016-04-11"}, target_id=held.pk)

    proposal = make_proposals.sent(at, asked)

    told = [(row.label, row.old, row.new) for row in queries.differences(make_proposals.only_item(proposal))]
    assert told == [("Tình trạng hôn nhân", "Chưa kết hôn", "Đã kết hôn"), ("Từ ngày", "", "11/04/2016")]


@pytest.mark.parametrize(
    ("act", "since", "before", "after"),
    [("change", "2016-04-11", [HOME], ["new"]), ("correct", "", ["new"], ["new"]), ("end", "2016-04-11", [HOME], [])],
)
def test_a_change_leaves_yesterday_a_correction_does_not_and_an_end_leaves_nothing(at, act, since, before, after):
    moved = {**HOME, "present": "Phường Xuân Khánh"}
    entry = file_actions.ItemEntry("residence", HOME)
    held = file_actions.file_item(at.teacher, entry, by=at.at.by, on=make.DAY)
    values = {**moved, "since": since} if act == "change" else moved
    asked = Asked("residence", act, {} if act == "end" else values, since if act == "end" else "", target_id=held.pk)

    make_proposals.accepted(make_proposals.sent(at, asked), by=at.at.by)

    def said(on):
        found = [one.values for one in file_queries.items(at.teacher, on=on) if one.group == "residence"]
        return [HOME if one == HOME else "new" for one in found]

    assert (said(make.DAY), said(DAY)) == (before, after)


def test_the_first_lines_of_the_file_are_corrected_with_their_proof(at):
    told = {"full_name": "Trần Thị Ngọc Lan", "born": "20/05/1985", "sex": "female", "ethnicity": "01"}

    make_proposals.accepted(make_proposals.sent(at, Asked("basics", "correct", told)), by=at.at.by)

    at.teacher.refresh_from_db()
    assert (at.teacher.full_name, at.teacher.search_key) == ("Trần Thị Ngọc Lan", " tran thi ngoc lan")
    assert FilePaper.objects.get().sensitivity == "identity"


def test_a_degree_that_was_recorded_wrong_is_withdrawn_and_recorded_right(at):
    wrong = queries.studies_of(at.teacher)[0]
    told = {**DEGREE, "level": "professional:4", "awarded": "2009"}

    make_proposals.accepted(make_proposals.sent(at, Asked("study", "correct", told, study_id=wrong.pk)), by=at.at.by)

    assert _level(at.teacher, date(2008, 12, 31)) == 0
    assert _level(at.teacher, date(2009, 1, 1)) == 4


def test_a_refusal_needs_its_reason_and_changes_nothing(at):
    item = make_proposals.only_item(make_proposals.sent(at))

    with pytest.raises(Refused):
        actions.refuse(item, because=" ", by=at.at.by, on=DAY)
    actions.refuse(item, because="Ảnh mờ, không đọc được số hiệu.", by=at.at.by, on=DAY)

    item.refresh_from_db()
    assert (item.verdict, item.answer) == ("refused", "Ảnh mờ, không đọc được số hiệu.")
    assert _level(at.teacher, DAY) == 4 and not FilePaper.objects.exists()


def test_the_second_officer_reads_who_was_quicker(at):
    proposal = make_proposals.sent(at)
    item = make_proposals.only_item(proposal)
    make_proposals.accepted(proposal, by=at.at.by)

    with pytest.raises(Refused):
        actions.accept(item, seen=make_proposals.seen(item), by=at.at.by, on=DAY)

    assert FilePaper.objects.count() == 1


def test_what_changed_meanwhile_has_to_be_looked_at_again(at):
    entry = file_actions.ItemEntry("contact", CONTACT)
    held = file_actions.file_item(at.teacher, entry, by=at.at.by, on=make.DAY)
    asked = Asked("contact", "change", {**CONTACT, "mobile": "0911"}, "2016-04-11", target_id=held.pk)
    item = make_proposals.only_item(make_proposals.sent(at, asked))
    seen = make_proposals.seen(item)
    file_actions.correct_item(held, {**CONTACT, "mobile": "0922"}, by=at.at.by, on=DAY)

    with pytest.raises(Refused) as refused:
        actions.accept(item, seen=seen, by=at.at.by, on=DAY)

    assert "vừa thay đổi" in refused.value.findings[0].because
    assert [one.values["mobile"] for one in file_queries.items(at.teacher, on=DAY)] == ["0922"]


def test_nobody_decides_on_a_proposal_of_his_own(at):
    proposal = make_proposals.sent(at)
    keeper = Officer(at.user.pk, "Lan", at.at.by.grants, person_id=at.teacher.pk)

    with pytest.raises(Refused) as refused:
        make_proposals.accepted(proposal, by=keeper)

    assert "chính bạn" in refused.value.findings[0].because


def test_an_officer_without_the_class_knows_of_the_item_and_sees_none_of_it(at):
    proposal = make_proposals.sent(at, Asked("health", "file", {"state": "1"}), Asked("contact", "file", CONTACT))
    keeper = Role("keeper", "Người giữ hồ sơ", frozenset({"personnel.manage_records", "sensitive.see_private"}))
    blind = Officer(at.user.pk, "Bình", (Grant(keeper, at.at.district.pk, at.at.path),))

    with scope.within(blind.sight):
        found = queries.visible_to(blind, on=DAY).get(pk=proposal.pk)
        assert (found.total, [item.group for item in found.listed]) == (2, ["contact"])
        assert ProposalEvidence.objects.count() == 1
        make_proposals.accepted(proposal, by=blind)

    proposal.refresh_from_db()
    assert (proposal.state, proposal.left) == ("sent", 1)


def test_only_the_person_writes_in_his_own_name(at):
    item = make_proposals.proposed(at, Asked("contact", "file", CONTACT))
    stranger = make_proposals.account(make.person(at.at, "Lê Văn Tám"), "tam", at.at.by)[1]

    with pytest.raises(NotPermitted):
        actions.propose(at.teacher, Asked("contact", "file", CONTACT), by=stranger, on=DAY)
    with pytest.raises(NotTaken):
        actions.send(item.proposal, by=stranger, on=DAY)
    with scope.within(stranger.sight):
        assert not ProposalItem.objects.exists() and not Proposal.objects.exists()


def test_what_was_sent_is_edited_no_more(at):
    item = make_proposals.only_item(make_proposals.sent(at))

    with scope.within(at.own.sight), pytest.raises(Refused):
        actions.propose(at.teacher, Asked("study", "file", DEGREE), item=item, by=at.own, on=DAY)


def test_a_sent_proposal_may_be_taken_back_until_something_is_decided(at):
    both = (Asked("study", "file", DEGREE), Asked("contact", "file", CONTACT))
    proposal = make_proposals.sent(at, *both)
    make_proposals.accepted(proposal, by=at.at.by)

    with scope.within(at.own.sight), pytest.raises(Refused):
        actions.withdraw(proposal, by=at.own, on=DAY)
    with scope.within(at.own.sight):
        second = make_proposals.sent(at, Asked("contact", "file", CONTACT))
        assert actions.withdraw(second, by=at.own, on=DAY).state == "withdrawn"


def test_the_trail_names_groups_and_never_values(at):
    make_proposals.accepted(make_proposals.sent(at, Asked("contact", "file", CONTACT)), by=at.at.by)

    told = str(list(Fact.objects.filter(person=at.teacher.pk).values_list("content", flat=True)))
    assert "contact" in told and "0909" not in told and group("contact").label not in told
