"""Rank, step and kind of staff, each by a decision."""

from typing import Any

from django import forms

from congvu.contexts.personnel.actions import RankSpell, ServiceSpell
from congvu.contexts.personnel.forms.papers import NOT_CHOSEN, OnPaper, Versioned, kinds
from congvu.contexts.personnel.states import StaffKind
from congvu.law import code_lists
from congvu.web.forms import DayField


def _ranks() -> list[Any]:
    groups = (("Ngạch công chức", code_lists.RANKS), ("Chức danh nghề nghiệp viên chức", code_lists.TITLES))
    return [(label, [(one.code, f"{one.label} ({one.code})") for one in listed]) for label, listed in groups]


class RankForm(Versioned, OnPaper):
    """Xếp ngạch, nâng bậc."""

    rank = forms.ChoiceField(
        label="Ngạch, chức danh",
        choices=[NOT_CHOSEN, *_ranks()],
        error_messages={"required": "Chưa chọn ngạch; đề nghị chọn theo quyết định."},
    )
    step = forms.IntegerField(label="Bậc", min_value=1, max_value=12, required=False)
    coefficient = forms.CharField(
        label="Hệ số", max_length=5, required=False, help_text="Ví dụ: 3,33.", widget=forms.TextInput()
    )
    since = DayField(label="Hưởng từ ngày")
    kinds_of_paper = kinds(("classify", "other"))

    def clean_coefficient(self) -> Any:
        """Written with a comma, as offices do."""
        field = forms.DecimalField(min_value=0, max_value=20, decimal_places=2, required=False, localize=False)
        try:
            return field.clean(self.cleaned_data["coefficient"].replace(",", "."))
        except forms.ValidationError:
            raise forms.ValidationError("Hệ số là số từ 0 đến 20, có tối đa hai chữ số lẻ, ví dụ 3,33.") from None

    @property
    def spell(self) -> RankSpell:
        """The rank as handed in."""
        said = self.cleaned_data
        since = said["since"]
        ground = self.ground(effective_on=since)
        return RankSpell(said["rank"], since, step=said["step"], coefficient=said["coefficient"], ground=ground)


class ServiceForm(Versioned, OnPaper):
    """Loại cán bộ, công chức, viên chức."""

    kind = forms.ChoiceField(
        label="Loại",
        choices=[NOT_CHOSEN, *StaffKind.choices],
        error_messages={"required": "Chưa chọn loại; đề nghị chọn theo quyết định."},
    )
    since = DayField(label="Từ ngày")
    kinds_of_paper = kinds(("recruit", "transfer", "appoint", "other"))

    @property
    def spell(self) -> ServiceSpell:
        """The kind of staff as handed in."""
        said = self.cleaned_data
        return ServiceSpell(said["kind"], said["since"], ground=self.ground(effective_on=said["since"]))
