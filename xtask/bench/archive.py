"""How long an archive takes by the command line of Repères and by spaCy's fr_core_news_md: python archive.py JOB, called by `cargo xtask bench archive`.

Repères is measured as a whole process with the start of it, spaCy from the first article on. Prints the measures as JSON.
"""

import json
import os
import resource
import subprocess
import sys
from time import perf_counter, process_time

sys.path.pop(0)  # This folder, in which a file has the name of the library.

with open(sys.argv[1], encoding="utf-8") as file:
    job = json.load(file)

begun = perf_counter()
process = subprocess.Popen([job["program"], "--quiet", job["archive"]], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
seconds = perf_counter() - begun
if status:
    sys.exit("reperes failed")
reperes = {"seconds": seconds, "processor_seconds": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1000}

import spacy  # noqa: E402

nlp = spacy.load("fr_core_news_md")
with open(job["archive"], encoding="utf-8") as lines:
    texts = [json.loads(line)["text"] for line in lines]
begun, begun_processor = perf_counter(), process_time()
for _ in nlp.pipe(texts):
    pass
measured = {
    "seconds": perf_counter() - begun,
    "processor_seconds": process_time() - begun_processor,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
}
print(json.dumps({"version": spacy.__version__, "reperes": reperes, "spacy": measured}))
