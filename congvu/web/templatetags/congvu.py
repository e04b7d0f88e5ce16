"""Thẻ của trang: `{% load congvu %}` gives every component and every way of writing numbers and days."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from congvu.law import Citation, Finding
from congvu.web import charts, formats, forms, icons, words
from congvu.web.parts import Action, Badge, Bars, Choice, Due, Empty, Event, Fact, Figure, FormPage, StepMark, TabLink

register = template.Library()

_TONE_ICONS = {
    "plain": "point",
    "done": "circle-check",
    "soon": "clock-exclamation",
    "late": "alert-circle",
    "closed": "archive",
    "info": "info-circle",
}

register.filter("vn_number", formats.number)
register.filter("vn_percent", formats.percent)
register.filter("vn_date", formats.day)
register.filter("vn_moment", formats.moment)
register.filter("partial_date", formats.partial_day)
register.filter("field_class", forms.kind_of)
register.filter("worded", words.worded)


@register.filter
def shown(value: Any) -> str:
    """Any plain value as people read it."""
    if type(value) is str and value:  # most cells of most lists
        return words.worded(value)
    if value is None or value == "":
        return formats.NOTHING
    if isinstance(value, bool):
        return words.worded("Có" if value else "Không")
    if isinstance(value, datetime):
        return formats.moment(value)
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, int | float) or hasattr(value, "as_tuple") and hasattr(value, "quantize"):
        return formats.number(value)
    return words.worded(value)


@register.filter
def is_badge(value: Any) -> bool:
    """Whether the cell holds a badge."""
    return isinstance(value, Badge)


@register.filter
def is_due(value: Any) -> bool:
    """Whether the cell holds a due time."""
    return isinstance(value, Due)


@register.filter
def length_of(value: float) -> str:
    """A length in hundredths, as a drawing wants it."""
    return f"{min(100.0, max(0.0, float(value))):.2f}"


@register.simple_tag(takes_context=True)
def again(context: template.Context, name: str) -> SafeString:
    """`{% again "title" %}`: the block of that name once more, in another place of the page."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return SafeString(block.render(context).strip() if block else "")


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """`{% icon "users" %}`"""
    return icons.drawn(name, label)


@register.simple_tag
def tone_icon(tone: str) -> SafeString:
    """The icon that stands for a tone."""
    return icons.drawn(_TONE_ICONS[tone])


@register.simple_tag
def badge(label: Badge | str, tone: str = "plain") -> SafeString:
    """`{% badge state %}` for a Badge, `{% badge "Đạt chuẩn" "done" %}` for words."""
    part = label if isinstance(label, Badge) else Badge(str(label), tone)  # type: ignore[arg-type]
    return format_html(
        '<span class="cv-badge is-{}"{}>{}{}</span>',
        part.tone,
        format_html(' title="{}"', words.worded(part.detail)) if part.detail else "",
        tone_icon(part.tone) if part.tone != "plain" else "",
        words.worded(part.label),
    )


@register.simple_tag
def due(part: Due) -> SafeString:
    """Hạn: a coloured distance, the exact time on hover, and «vì sao?» where the arithmetic is known."""
    left, tone = (
        (words.worded("đã xong"), "done") if part.done else formats.distance(part.day, part.today, part.working)
    )
    exact = formats.moment(part.at) if isinstance(part.at, datetime) else formats.day(part.at)
    mark = format_html('<span class="cv-due is-{}" title="{}">{}{}</span>', tone, exact, tone_icon(tone), left)
    if not part.trace:
        return mark
    steps = format_html_join("", "<li>{}</li>", ((line,) for line in part.trace))
    why = words.worded("vì sao?")
    return format_html('{}<details class="cv-why"><summary>{}</summary><ol>{}</ol></details>', mark, why, steps)


@register.simple_tag
def cite(citation: Citation | str) -> SafeString:
    """Căn cứ, with its caveat when it was not checked."""
    if isinstance(citation, str) or not citation.caveat:
        return format_html("<cite>{}</cite>", citation)
    words = f"{citation.place} {citation.text}".strip()
    doubt = badge(Badge(gettext("chưa đối chiếu"), "soon", detail=citation.caveat))
    return format_html("<cite>{}</cite> {}", words, doubt)


@register.simple_tag
def spark(series: Sequence[float], label: str = "") -> SafeString:
    """A small line over time."""
    return charts.line(series, label=label)


@register.inclusion_tag("web/parts/facts.html")
def facts(items: Sequence[Fact]) -> dict[str, Any]:
    """The five facts that matter."""
    return {"facts": items}


@register.inclusion_tag("web/parts/figure.html")
def figure(part: Figure) -> dict[str, Any]:
    """A figure card."""
    text = formats.number(part.value, part.places)
    return {"figure": part, "text": text, "line": charts.line(part.series) if len(part.series) > 1 else ""}


@register.inclusion_tag("web/parts/bars.html")
def bars(part: Bars) -> dict[str, Any]:
    """Bars for comparison, with the table one click away."""
    return {"chart": part, "rows": charts.bar_rows(part)}


@register.inclusion_tag("web/parts/timeline.html")
def timeline(events: Sequence[Event]) -> dict[str, Any]:
    """What happened, newest first as given."""
    return {"events": events}


@register.inclusion_tag("web/parts/empty.html")
def empty_state(part: Empty) -> dict[str, Any]:
    """What belongs here, and the first step."""
    return {"empty": part}


@register.inclusion_tag("web/parts/tabs.html")
def tabs(links: Sequence[TabLink], label: str = "Các phần") -> dict[str, Any]:
    """Tabs of a record."""
    return {"tabs": links, "label": label}


@register.inclusion_tag("web/parts/steps.html")
def steps(marks: Sequence[StepMark]) -> dict[str, Any]:
    """Where a case stands."""
    return {"steps": marks}


@register.inclusion_tag("web/parts/choices.html", takes_context=True)
def choices(context: template.Context, offered: Sequence[Choice]) -> dict[str, Any]:
    """The buttons of a case: allowed ones first, the others with what holds them back."""
    ready = [choice for choice in offered if not choice.held_back_by]
    held = [choice for choice in offered if choice.held_back_by]
    return {"ready": ready, "held": held, "csrf_token": context.get("csrf_token", "")}


@register.inclusion_tag("web/parts/actions.html", takes_context=True)
def actions(context: template.Context, items: Sequence[Action]) -> dict[str, Any]:
    """The actions of a page head."""
    return {"actions": items, "csrf_token": context.get("csrf_token", "")}


@register.inclusion_tag("web/parts/findings.html")
def findings(found: Sequence[Finding[Any]]) -> dict[str, Any]:
    """Sentences of the law, each with its article."""
    return {"findings": found}


@register.inclusion_tag("web/parts/form.html", takes_context=True)
def form_body(context: template.Context, form: BaseForm, page: FormPage) -> dict[str, Any]:
    """The whole form: what is wrong on top, then its groups."""
    groups = forms.grouped(form, page)
    places = {field.id_for_label: place for place, field in enumerate(f for _group, fields in groups for f in fields)}
    return {
        "form": form,
        "page": page,
        "groups": groups,
        "errors": sorted(forms.errors(form), key=lambda error: places.get(error[0], -1)),
        "csrf_token": context.get("csrf_token", ""),
        "request": context.get("request"),
    }


@register.inclusion_tag("web/parts/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """One field: label, input, hint, what is wrong."""
    return {"field": bound, "input": forms.input_of(bound), "kind": forms.kind_of(bound)}
