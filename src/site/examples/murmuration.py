"""Loads a folder that Murmuration left: a run, a study, a sweep or generated clouds. It needs NumPy alone; copy it beside your own code.

    run = load("out/kuramoto")
    order = run.moments["population"]["order"]             # [T]
    mean = load("out/demand-response").moments["zero"]["mean"]    # [T][d]
"""

import csv
import functools
import json
import pathlib

import numpy as np


class Folder:
    """What a folder holds. Arrays are read when they are asked for."""

    def __init__(self, path):
        self.path = pathlib.Path(path)

    @functools.cached_property
    def summary(self):
        """summary.json as a dictionary."""
        return json.loads((self.path / "summary.json").read_text(encoding="utf-8"))

    @property
    def scenario(self):
        """What was asked for, complete."""
        return self.summary["scenario"]

    @functools.cached_property
    def moments(self):
        """By population: a guidance, or "population" of agents that are not steered; then by name. "t" is [T], "mean" [T][d], "order" [T]."""
        return _by_population(self.path / "moments.npz")

    @functools.cached_property
    def paths(self):
        """Sampled paths [P][T][d], by population."""
        return {name: arrays["paths"] for name, arrays in _by_population(self.path / "paths.npz").items()}

    @property
    def snapshots(self):
        """A list of (population, t, states [N][d]), which are read from the disk as they are used."""
        return [
            (each["population"], each["t"], np.load(self.path / each["file"], mmap_mode="r"))
            for each in self.summary.get("snapshots", [])
            if "t" in each
        ]

    @property
    def labels(self):
        """Component of the start of each agent [N], from 0."""
        return np.load(self.path / "labels.npy")

    @property
    def marks(self):
        """Marks [N][M], in the order of the model."""
        return np.load(self.path / "marks.npy")

    @property
    def clouds(self):
        """Generated clouds [clouds][points][d]."""
        return np.load(self.path / "clouds.npy")

    @property
    def tables(self):
        """Names of the tables."""
        return sorted(file.stem for file in self.path.glob("*.csv"))

    def table(self, name):
        """A table as a dictionary of columns: numbers where all of a column are, else texts."""
        with open(self.path / (name + ".csv"), newline="", encoding="utf-8") as file:
            header, *rows = csv.reader(file)
        return {title: _column([row[i] for row in rows]) for i, title in enumerate(header)}


def load(path):
    """The folder of a run, a study, a sweep or clouds."""
    return Folder(path)


def _by_population(file):
    populations = {}
    with np.load(file) as arrays:
        shared = {name: arrays[name] for name in arrays.files if "/" not in name}
        for name in arrays.files:
            population, slash, short = name.partition("/")
            if slash:
                populations.setdefault(population, dict(shared))[short] = arrays[name]
    return populations


def _column(cells):
    try:
        return np.array([float(cell) for cell in cells])
    except ValueError:
        return np.array(cells)
