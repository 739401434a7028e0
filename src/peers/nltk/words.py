"""Compares the words workbench with NLTK on an archive that is being served.

    ./broadsheet serve --time-limit=60
    python3 words.py http://127.0.0.1:7070 crude oil "interest rates"

Reads every article over HTTP, cuts it into words with NLTK's RegexpTokenizer, and prints for each word or phrase the
numbers of both: lines of the concordance, the most typical collocates with NLTK's likelihood ratio, and the most
frequent pairs of words of the archive. Needs Python 3.9 and NLTK 3.8 or newer, without any of NLTK's data.
"""

import json
import sys
import unicodedata
from collections import Counter
from urllib.parse import urlencode
from urllib.request import urlopen

from nltk import FreqDist, bigrams
from nltk.metrics import BigramAssocMeasures
from nltk.text import ConcordanceIndex
from nltk.tokenize import RegexpTokenizer

NEAR = 5

# Unicode's word boundaries (UAX #29) for letters and digits: a stop or apostrophe joins letters, a comma digits.
WORDS = RegexpTokenizer(r"(?:\w(?:(?<=[^\W\d_])[.'’:·](?=[^\W\d_])|(?<=\d)[.,;'](?=\d))?)+")


def ask(site, path, **parameters):
    return json.load(urlopen(f"{site}{path}?{urlencode(parameters)}", timeout=300))


def folded(word):
    kept = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in kept if not unicodedata.combining(c))


def texts(site):
    """The texts of all articles, each as lists of words: headline, standfirst, dateline, paragraphs and captions."""
    after = ""
    while after is not None:
        page = ask(site, "/search.json", size=100, counts="none", duplicates="show", sort="oldest", after=after)
        for hit in page["hits"]:
            article = ask(site, f"/article/{hit['id']}.json")
            parts = [article["title"], article["standfirst"], article["dateline"], *article["paragraphs"]]
            parts += article.get("captions") or []
            yield [[folded(w) for w in WORDS.tokenize(part)] for part in parts if part]
        after = page["next"]


def offsets(part, words):
    """Where a word or phrase begins in a text, by NLTK's index of a concordance."""
    if words[0] not in part:
        return []
    return [at for at in ConcordanceIndex(part).offsets(words[0]) if part[at : at + len(words)] == words]


def compare(site, archive, text):
    words = text.split()
    query = " ".join(f"={w}" for w in words) if len(words) == 1 else f'"{text}"'
    found = near = 0
    observed = Counter()
    for article in archive:
        for part in article:
            its = offsets(part, words)
            found += len(its)
            matched = {at + i for at in its for i in range(len(words))}
            around = {i for at in its for i in range(at - NEAR, at + len(words) + NEAR) if 0 <= i < len(part)}
            near += len(around - matched)
            observed.update(part[i] for i in around - matched)
    ours = ask(site, "/words.json", q=query, size=1, order="left1", duplicates="show")
    print(f"{text}: lines NLTK {found:,}, Broadsheet {ours['total']:,}")
    table = ask(site, "/collocates.json", q=query, size=10, duplicates="show")
    print(f"  words near matches: NLTK {near:,}, Broadsheet {table['near']:,}")
    for row in table["collocates"]:
        counts = row["observed"], (row["frequency"], table["near"]), table["words"]
        ratio = BigramAssocMeasures.likelihood_ratio(*counts)
        print(
            f"  {row['word']:<14} observed NLTK {observed[row['word']]:>6,}, Broadsheet {row['observed']:>6,};"
            f" log-likelihood NLTK {ratio:.6f}, Broadsheet {row['logLikelihood']:.6f}"
        )


def main(site, *texts_to_compare):
    archive = list(texts(site))
    words = sum(len(part) for article in archive for part in article)
    frequencies = ask(site, "/frequencies.json", q="the", duplicates="show")
    ours = sum(group["words"] for group in frequencies["groups"])
    print(f"{len(archive):,} articles; words NLTK {words:,}, Broadsheet {ours:,}")
    for text in texts_to_compare:
        compare(site, archive, text)
    pairs = FreqDist(pair for article in archive for part in article for pair in bigrams(part))
    table = ask(site, "/ngrams.json", size=10, duplicates="show")
    read = table["articles"]
    print(f"pairs of words in {read['read']:,} of {read['of']:,} articles")
    for row in table["ngrams"]:
        print(f"  {row['text']:<14} NLTK {pairs[tuple(row['text'].split())]:>6,}, Broadsheet {row['count']:>6,}")


if __name__ == "__main__":
    main(*sys.argv[1:])
