"""How long whole articles take by spaCy's fr_core_news_md: python spacy.py JOB, called by `cargo xtask bench`. Prints the measures as JSON."""

import json
import resource
import sys
from time import perf_counter

sys.path.pop(0)  # This folder, in which this file has the name of the library.

TIME_EACH = 6.0
MOST_TIMES = 20
LEAST_TIMES = 3

begun = perf_counter()
import spacy  # noqa: E402

nlp = spacy.load("fr_core_news_md")
nlp("Oui.")
start = (perf_counter() - begun) * 1000
nlp.max_length = 10_000_000

with open(sys.argv[1], encoding="utf-8") as job:
    articles = json.load(job)["articles"]
times = {}
for article in articles:
    own = times[article["name"]] = []
    started = perf_counter()
    while len(own) < LEAST_TIMES or (len(own) < MOST_TIMES and perf_counter() - started < TIME_EACH):
        begun = perf_counter()
        nlp(article["text"])
        own.append((perf_counter() - begun) * 1000)
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print(json.dumps({"version": spacy.__version__, "start": start, "memory": memory, "times": {"spacy": times}}))
