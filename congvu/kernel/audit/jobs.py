"""Timed work of the audit."""

from procrastinate.contrib.django import app

from congvu.kernel import audit


@app.periodic(cron="* * * * * */10")
@app.task(name="audit.seal", queueing_lock="audit.seal")
def seal(timestamp: int) -> None:
    """Niêm phong: every ten seconds the committed facts join their chains."""
    audit.seal()
