#!/usr/bin/env python3
"""How fast kith is beside UDPipe 1 (PyPI: ufal.udpipe), in one run on one core, for tags and trees.

usage: udpipe.py [--train] MODEL KITH TEXT TRAIN.conllu...

--train makes MODEL by UDPipe's own trainer from the CoNLL-U files, with few passes over them: speed does not depend on
their number. TEXT is parsed by kith first (KITH is the program); its sentences and words are given to both, so that
UDPipe's time is that of tagging and parsing alone, while kith's is that of the whole process with reading, names,
lemmas, start-up and writing. CPU time, the better of three runs; UDPipe gets the first 20,000 words.
"""
import os
import subprocess
import sys
import time

import ufal.udpipe as udpipe

WORDS = 20000


def read(paths):
    sentences = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            reader = udpipe.InputFormat.newConlluInputFormat()
            reader.setText(file.read())
        error = udpipe.ProcessingError()
        sentence = udpipe.Sentence()
        while reader.nextSentence(sentence, error):
            sentences.append(sentence)
            sentence = udpipe.Sentence()
        if error.occurred():
            sys.exit(f"{path}: {error.message}")
    return sentences


def train(path, files):
    sentences = udpipe.Sentences()
    for sentence in read(files):
        sentences.append(sentence)
    error = udpipe.ProcessingError()
    model = udpipe.Trainer.train(
        "morphodita_parsito", sentences, udpipe.Sentences(), udpipe.Trainer.NONE,
        "iterations=2", "iterations=1;hidden_layer=200", error)
    if error.occurred():
        sys.exit(f"training: {error.message}")
    with open(path, "wb") as file:
        file.write(bytes(model) if not isinstance(model, bytes) else model)


def time_kith(program, text):
    before = os.times()
    output = subprocess.run([program, "parse", text], check=True, stdout=subprocess.PIPE).stdout
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system, output


def time_udpipe(model, sentences):
    start = time.process_time()
    for sentence in sentences:
        model.tag(sentence, "")
        model.parse(sentence, "")
    return time.process_time() - start


def main():
    arguments = sys.argv[1:]
    if "--train" in arguments:
        arguments.remove("--train")
        train(arguments[0], arguments[3:])
    if len(arguments) < 3:
        sys.exit(__doc__)
    model = udpipe.Model.load(arguments[0])
    if model is None:
        sys.exit(f"{arguments[0]}: no model of UDPipe")
    runs = [time_kith(arguments[1], arguments[2]) for _ in range(3)]
    parsed = runs[0][1].decode("utf-8")
    kith_words = sum(1 for line in parsed.split("\n") if line[:1].isdigit() and "-" not in line.split("\t")[0])
    best = 1e9
    for _ in range(3):
        reader = udpipe.InputFormat.newConlluInputFormat()
        reader.setText(parsed)
        sentences, words = [], 0
        sentence = udpipe.Sentence()
        while words < WORDS and reader.nextSentence(sentence, udpipe.ProcessingError()):
            words += sentence.words.size() - 1
            sentences.append(sentence)
            sentence = udpipe.Sentence()
        best = min(best, time_udpipe(model, sentences))
    rates = {"kith": kith_words / min(run[0] for run in runs), "UDPipe 1": words / best}
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    for name, rate in rates.items():
        print(f"{name:10} {rate:10,.0f} words/s of CPU time")
    print(f"ratio      {rates['kith'] / rates['UDPipe 1']:10.1f}")


main()
