"""Opening one file at the desk."""

from datetime import date
from typing import Any

from django import forms

from congvu.contexts.personnel.actions import PartySpell, PersonEntry, PostSpell, ServiceSpell, StudySpell
from congvu.contexts.personnel.forms.changes import PRECISIONS, Identity, OfPost, level_choices
from congvu.contexts.personnel.forms.papers import NOT_CHOSEN, OnPaper, PartialDayField, Versioned, age_on, kinds
from congvu.contexts.personnel.queries.imports.plausible import OLDEST, YOUNGEST
from congvu.contexts.personnel.states import StaffKind, Subject
from congvu.kernel.sheets import PartialDate
from congvu.web.forms import DayField

WHERE = ("post", "since")
SERVICE = ("staff_kind", "recruited_on")
LEARNED = ("professional", "field", "school", "professional_awarded", "theory", "theory_awarded")
_SINCE_WHEN = "Chưa ghi ngày cấp; đề nghị ghi ít nhất năm, vì trình độ chỉ được tính từ ngày cấp văn bằng."


class EnrolForm(Versioned, Identity, OfPost, OnPaper):
    """Lập hồ sơ."""

    since = DayField(label="Giữ vị trí từ ngày")
    staff_kind = forms.ChoiceField(
        label="Loại cán bộ, công chức, viên chức", choices=[NOT_CHOSEN, *StaffKind.choices], required=False
    )
    recruited_on = DayField(
        label="Ngày tuyển dụng", required=False, help_text="Để trống nếu cùng ngày với ngày giữ vị trí."
    )
    professional = forms.ChoiceField(
        label="Trình độ chuyên môn cao nhất",
        choices=[NOT_CHOSEN, *level_choices([Subject.PROFESSIONAL])[0][1]],
        required=False,
    )
    field = forms.CharField(label="Chuyên ngành", max_length=120, required=False)
    school = forms.CharField(label="Cơ sở đào tạo", max_length=200, required=False)
    professional_awarded = PartialDayField(label="Ngày cấp bằng chuyên môn", required=False)
    theory = forms.ChoiceField(
        label="Lý luận chính trị",
        choices=[NOT_CHOSEN, *level_choices([Subject.POLITICAL_THEORY])[0][1]],
        required=False,
    )
    theory_awarded = PartialDayField(label="Ngày cấp bằng lý luận chính trị", required=False)
    admitted_on = DayField(label="Ngày vào Đảng", required=False)
    kinds_of_paper = kinds(("recruit", "appoint", "transfer", "other"))
    paper_required = False

    def clean(self) -> dict[str, Any]:
        """Days in an order that a life allows."""
        said = super().clean()
        since, born = said.get("since"), said.get("born")
        if since and born:
            self._age(born.date, since)
        recruited_on, admitted_on = said.get("recruited_on"), said.get("admitted_on")
        if recruited_on and since and recruited_on > since:
            self.add_error("recruited_on", "Ngày tuyển dụng sau ngày giữ vị trí; đề nghị kiểm tra lại hai ngày này.")
        if recruited_on and not said.get("staff_kind"):
            self.add_error("staff_kind", "Đã ghi ngày tuyển dụng; đề nghị chọn loại cán bộ, công chức, viên chức.")
        if admitted_on and born and admitted_on <= born.date:
            self.add_error("admitted_on", "Ngày vào Đảng trước ngày sinh; đề nghị kiểm tra lại hai ngày này.")
        for subject in (Subject.PROFESSIONAL, "theory"):
            if said.get(str(subject)) and f"{subject}_awarded" in said and not said[f"{subject}_awarded"]:
                self.add_error(f"{subject}_awarded", _SINCE_WHEN)
        return said

    def _age(self, born: date, since: date) -> None:
        age = age_on(since, born=born)
        if age < 0:
            self.add_error("born", "Ngày sinh sau ngày giữ vị trí; đề nghị kiểm tra lại hai ngày này.")
        elif not YOUNGEST <= age <= OLDEST:
            self.add_error(
                "born",
                f"Theo hai ngày đã ghi, người này nhận vị trí khi {age} tuổi; hệ thống chỉ nhận từ {YOUNGEST} đến "
                f"{OLDEST} tuổi để tránh gõ nhầm năm. Đề nghị kiểm tra lại ngày sinh và ngày giữ vị trí.",
            )

    @property
    def entry(self) -> PersonEntry:
        """The file as handed in."""
        said, seat = self.cleaned_data, self.seat
        ground = self.ground(effective_on=said["since"])
        service = ServiceSpell(said["staff_kind"], said["recruited_on"] or said["since"])
        return PersonEntry(
            home_id=seat.unit_id,
            posts=(PostSpell(seat.post_id, seat.unit_id, seat.title, said["since"], ground=ground),),
            studies=self._studies(),
            services=(service,) if said["staff_kind"] else (),
            party=PartySpell(said["admitted_on"]) if said["admitted_on"] else None,
            **self.known,
        )

    def _studies(self) -> tuple[StudySpell, ...]:
        said = self.cleaned_data
        degree = {"field": said["field"], "school": said["school"]}
        told: tuple[tuple[str, PartialDate, dict[str, Any]], ...] = (
            (said["professional"], said["professional_awarded"], degree),
            (said["theory"], said["theory_awarded"], {}),
        )
        return tuple(
            StudySpell(
                subject=chosen.partition(":")[0],
                level=int(chosen.partition(":")[2]),
                awarded_on=awarded.date,
                awarded_precision=PRECISIONS[awarded.precision],
                **words,
            )
            for chosen, awarded, words in told
            if chosen
        )
