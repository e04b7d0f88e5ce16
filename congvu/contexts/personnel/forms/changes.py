"""What officers hand in about one person: a post, a study, a correction, membership of the Party."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django import forms

from congvu.contexts.personnel.actions import PartySpell, StudySpell
from congvu.contexts.personnel.forms.papers import NOT_CHOSEN, OnPaper, PartialDayField, Versioned, kinds
from congvu.contexts.personnel.models import StudyClass
from congvu.contexts.personnel.queries.changes import Seat
from congvu.contexts.personnel.states import AssignmentKind, Precision, Sex, Subject
from congvu.kernel import names
from congvu.kernel.sheets import PartialDate
from congvu.law import code_lists
from congvu.web import formats
from congvu.web.forms import DayField

PRECISIONS = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY}
_TAKING = ("appoint", "transfer", "rotate", "change_position", "recruit", "other")
_LEAVING = ("retire", "leave", "transfer", "rotate", "change_position", "other")
IDENTITY = ("full_name", "born", "sex", "ethnicity", "personnel_number", "citizen_number")
_NAME = "Ghi đủ họ, chữ đệm và tên như trên giấy khai sinh hoặc căn cước."


def level_choices(subjects: Iterable[str] = tuple(Subject.values)) -> list[tuple[str, list[tuple[str, str]]]]:
    """Các bậc trình độ, grouped by subject; one choice names both."""
    return [
        (code_lists.SUBJECTS[subject], [(f"{subject}:{one.value}", one.label) for one in code_lists.levels(subject)])
        for subject in subjects
    ]


def seat_choices(seats: Iterable[Seat]) -> list[Any]:
    """Các vị trí, grouped by unit in the order of the tree."""
    grouped = groupby(seats, key=lambda seat: (seat.unit_id, seat.unit_name))
    return [(name, [(str(seat.post_id), str(seat)) for seat in group]) for (_, name), group in grouped]


class OfPost(forms.Form):
    """Which post, among those that stand on the day."""

    post = forms.ChoiceField(
        label="Đơn vị và vị trí việc làm",
        error_messages={
            "required": "Chưa chọn vị trí; đề nghị chọn vị trí việc làm theo quyết định.",
            "invalid_choice": "Vị trí này không có vào ngày đã ghi hoặc ở ngoài phạm vi của bạn; đề nghị chọn lại "
            "vị trí, hoặc kiểm tra lại ngày.",
        },
    )

    def __init__(self, *args: Any, seats: Sequence[Seat], day: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.seats = {seat.post_id: seat for seat in seats}
        field = self.fields["post"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [NOT_CHOSEN, *seat_choices(seats)]
        field.help_text = f"Số chỗ tính đến ngày {formats.day(day)}."
        if not seats:
            field.help_text = (
                f"Chưa có vị trí việc làm nào vào ngày {formats.day(day)}; hãy lập vị trí ở trang Tổ chức, đơn vị "
                "trước, hoặc chọn ngày khác."
            )

    @property
    def seat(self) -> Seat:
        """The post that was chosen."""
        return self.seats[int(self.cleaned_data["post"])]


class Identity(forms.Form):
    """Who the person is."""

    full_name = forms.CharField(label="Họ và tên", max_length=120, help_text=_NAME)
    born = PartialDayField(label="Ngày sinh")
    sex = forms.ChoiceField(label="Giới tính", choices=[NOT_CHOSEN, *Sex.choices])
    ethnicity = forms.ChoiceField(
        label="Dân tộc", choices=[(one.code, one.label) for one in code_lists.ETHNIC_GROUPS.entries], initial="01"
    )
    personnel_number = forms.CharField(label="Số hiệu cán bộ", max_length=20, required=False)
    citizen_number = forms.RegexField(
        r"^(\d{9}|\d{12})$",
        label="Số định danh cá nhân",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="12 chữ số trên căn cước, hoặc 9 chữ số của chứng minh nhân dân cũ.",
        error_messages={"invalid": "Số định danh có 12 chữ số (hoặc 9 chữ số cũ); đề nghị kiểm tra lại."},
    )

    def clean_full_name(self) -> str:
        """Letters composed, spaces single; a person has at least two words to the name."""
        name = names.normalise(self.cleaned_data["full_name"])
        if len(name.split()) < 2 or any(sign.isdigit() for sign in name):
            raise forms.ValidationError("Họ và tên cần có ít nhất họ và tên gọi, không có chữ số; đề nghị ghi đủ.")
        return name

    @property
    def known(self) -> dict[str, Any]:
        """The fields of the person as handed in."""
        said = self.cleaned_data
        born: PartialDate | None = said["born"]
        return {
            "full_name": said["full_name"],
            "born_on": born.date if born else None,
            "born_precision": PRECISIONS[born.precision] if born else Precision.UNKNOWN,
            "sex": said["sex"],
            "ethnicity": said["ethnicity"],
            "personnel_number": said["personnel_number"] or None,
            **({"citizen_number": said["citizen_number"] or None} if "citizen_number" in said else {}),
        }


class CorrectForm(Versioned, Identity):
    """Đính chính hồ sơ: what a list did not tell may stay empty."""

    source = forms.CharField(
        label="Giấy tờ chứng minh",
        max_length=200,
        help_text="Ví dụ: Giấy khai sinh số 15/2016 do UBND phường An Thới cấp ngày 02/03/2016.",
        error_messages={"required": "Chưa ghi giấy tờ chứng minh; đề nghị ghi tên, số và ngày của giấy tờ."},
    )

    def __init__(self, *args: Any, number_seen: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("born", "sex"):
            self.fields[name].required = bool(self.initial.get(name))
        if not number_seen:
            del self.fields["citizen_number"]


class TakePostForm(Versioned, OfPost, OnPaper):
    """Bố trí vị trí."""

    kind = forms.ChoiceField(
        label="Hình thức",
        choices=AssignmentKind.choices,
        initial=AssignmentKind.PRINCIPAL,
        help_text="Nhận vị trí chính thì thôi vị trí chính đang giữ cùng ngày; kiêm nhiệm thì vẫn giữ.",
    )
    since = DayField(label="Giữ vị trí từ ngày")
    kinds_of_paper = kinds(_TAKING)


class LeavePostForm(Versioned, OnPaper):
    """Thôi giữ vị trí: some leave without a decision, as by death."""

    until = DayField(label="Thôi giữ từ ngày", help_text="Ngày đầu tiên không còn giữ vị trí.")
    kinds_of_paper = kinds(_LEAVING)
    paper_required = False


class StudyForm(Versioned, OnPaper):
    """Ghi nhận trình độ."""

    level = forms.ChoiceField(
        label="Trình độ",
        choices=[NOT_CHOSEN, *level_choices()],
        error_messages={"required": "Chưa chọn trình độ; đề nghị chọn nội dung và bậc theo văn bằng, chứng chỉ."},
    )
    field = forms.CharField(label="Chuyên ngành", max_length=120, required=False)
    school = forms.CharField(label="Cơ sở đào tạo", max_length=200, required=False)
    mode = forms.ChoiceField(
        label="Hình thức đào tạo",
        choices=[NOT_CHOSEN, *((one.code, one.label.capitalize()) for one in code_lists.TRAINING_MODES.entries)],
        required=False,
    )
    started = PartialDayField(label="Học từ", required=False)
    ended = PartialDayField(label="Học đến", required=False, last=True)
    awarded = PartialDayField(
        label="Ngày cấp văn bằng, chứng chỉ",
        required=False,
        help_text="Để trống nếu đang học: trình độ chỉ được tính từ ngày cấp.",
    )
    certificate_number = forms.CharField(label="Số hiệu văn bằng, chứng chỉ", max_length=60, required=False)
    study_class = forms.ChoiceField(label="Lớp đã học", required=False)
    kinds_of_paper = kinds(("send_to_course", "other"))
    paper_required = False

    def __init__(self, *args: Any, classes: Sequence[StudyClass], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.classes = {str(one.pk): one for one in classes}
        field = self.fields["study_class"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [NOT_CHOSEN, *((key, f"{one.title} ({one.code})") for key, one in self.classes.items())]
        if not classes:
            del self.fields["study_class"]

    def clean(self) -> dict[str, Any]:
        """Learned before it was awarded, awarded before today, and a class of the same subject and level."""
        said = super().clean()
        started, ended, awarded = (said.get(name) for name in ("started", "ended", "awarded"))
        if started and ended and ended.date < started.date:
            self.add_error("ended", "Ngày học xong trước ngày bắt đầu học; đề nghị kiểm tra lại hai ngày này.")
        if awarded and awarded.date > self.today:
            self.add_error("awarded", "Ngày cấp còn ở phía trước; hãy để trống cho đến khi văn bằng được cấp.")
        if awarded and started and awarded.date.year < started.date.year:
            self.add_error("awarded", "Ngày cấp trước khi bắt đầu học; đề nghị kiểm tra lại hai ngày này.")
        chosen = self.classes.get(said.get("study_class") or "")
        if chosen and "level" in said and f"{chosen.subject}:{chosen.level}" != said["level"]:
            taught = code_lists.level_label(chosen.subject, chosen.level).lower()
            words = f"Lớp này là lớp {taught}, {chosen.get_subject_display().lower()}; đề nghị chọn trình độ cho khớp."
            self.add_error("study_class", words)
        return said

    @property
    def subject(self) -> str:
        """What was studied."""
        return str(self.cleaned_data["level"]).partition(":")[0]

    @property
    def spell(self) -> StudySpell:
        """The study as handed in."""
        said = self.cleaned_data
        awarded: PartialDate | None = said["awarded"]
        started, ended = said["started"], said["ended"]
        return StudySpell(
            subject=self.subject,
            level=int(said["level"].partition(":")[2]),
            field=said["field"],
            school=said["school"],
            mode=said["mode"],
            started_on=started.date if started else None,
            ended_on=ended.date if ended else None,
            awarded_on=awarded.date if awarded else None,
            awarded_precision=PRECISIONS[awarded.precision] if awarded else Precision.DAY,
            certificate_number=said["certificate_number"],
            sent_by=self.ground(),
            study_class_id=int(said["study_class"]) if said.get("study_class") else None,
        )


class WithdrawForm(Versioned):
    """Rút ghi nhận trình độ."""

    reason = forms.CharField(
        label="Lý do rút",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ví dụ: văn bằng không xác minh được; ghi nhầm người.",
        error_messages={"required": "Chưa ghi lý do; đề nghị ghi vì sao rút ghi nhận này."},
    )


class PartyForm(Versioned):
    """Ghi nhận đảng viên."""

    admitted_on = DayField(label="Ngày vào Đảng", help_text="Ngày kết nạp, ghi trong lý lịch đảng viên.")
    official_on = DayField(label="Ngày chính thức", required=False, help_text="Để trống nếu còn dự bị.")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Admitted by today, official later than admitted."""
        said = super().clean() or {}
        admitted_on, official_on = said.get("admitted_on"), said.get("official_on")
        if admitted_on and admitted_on > self.today:
            self.add_error("admitted_on", "Ngày vào Đảng còn ở phía trước; hãy ghi sau khi kết nạp.")
        if admitted_on and official_on and official_on < admitted_on:
            self.add_error("official_on", "Ngày chính thức trước ngày vào Đảng; đề nghị kiểm tra lại hai ngày này.")
        return said

    @property
    def spell(self) -> PartySpell:
        """The membership as handed in."""
        said = self.cleaned_data
        return PartySpell(said["admitted_on"], said["official_on"])


class OfficialForm(Versioned):
    """Công nhận đảng viên chính thức."""

    official_on = DayField(label="Ngày chính thức")
    source = forms.CharField(
        label="Căn cứ",
        max_length=200,
        help_text="Ví dụ: Quyết định công nhận đảng viên chính thức số 45-QĐ/QU ngày 03/02/2016.",
        error_messages={"required": "Chưa ghi căn cứ; đề nghị ghi số và ngày của quyết định công nhận."},
    )

    def __init__(self, *args: Any, admitted_on: date | None, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.admitted_on, self.today = admitted_on, today

    def clean_official_on(self) -> date:
        """Later than admitted, and not still to come."""
        day: date = self.cleaned_data["official_on"]
        if self.admitted_on and day < self.admitted_on:
            raise forms.ValidationError(
                f"Ngày chính thức trước ngày vào Đảng ghi trong hồ sơ ({formats.day(self.admitted_on)}); đề nghị kiểm "
                "tra lại."
            )
        if day > self.today:
            raise forms.ValidationError("Ngày chính thức còn ở phía trước; hãy ghi sau khi được công nhận.")
        return day
