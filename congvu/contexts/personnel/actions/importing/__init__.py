"""The steps of an import: handing in, checking, answering, confirming, writing, discarding."""
