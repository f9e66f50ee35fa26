#!/usr/bin/env python3
"""The matrix of an interferometer mesh as array libraries compute it: N unit vectors pass a rectangular mesh column by column,
each column two slices of all upper and all lower modes at once (the scheme of neurophox and of most user code).

Blocks of all columns are made before the clock starts, as `lightpath bench mesh` makes its columns before the run. Single
precision means complex64 throughout. Rows: peer, N, precision, seconds of one pass (median of the turns, and its deviation),
GFLOP/s at 28 flops for each interferometer and vector, and the largest element of U U† - 1.

--serve answers the requests of `lightpath bench mesh` instead (peer_server.py): there the peers take turns with its engines, on its
meshes and vectors.
"""
import argparse
import json
import statistics
import sys
import time

import numpy as np

import peer_server
from split_step_peers import FAMILIES, add_serving, libraries, say

FLOPS = 28  # 4 complex products and 2 sums for each interferometer and vector
SEED = 1


def columns(modes):
    """First mode and the four elements of all interferometers of each column, complex128."""
    draw = np.random.Generator(np.random.SFC64(SEED))
    made = []
    for column in range(modes):
        first = column % 2
        count = (modes - first) // 2
        theta, phi = draw.uniform(0, np.pi, count), draw.uniform(0, 2 * np.pi, count)
        outer = 1j * np.exp(0.5j * theta)
        sine, cosine, turn = np.sin(theta / 2), np.cos(theta / 2), np.exp(1j * phi)
        made.append((first, [x[:, None] for x in (outer * turn * sine, outer * cosine, outer * turn * cosine, -outer * sine)]))
    return made


class Peer:
    """NumPy, or CuPy, which has its face."""

    def __init__(self, array, synchronize):
        self.array, self.synchronize = array, synchronize

    def to(self, values, kind):
        return self.array.asarray(values.astype(kind))

    def host(self, values):
        return np.asarray(values)

    def copy(self, values):
        return values.copy()


class CupyPeer(Peer):
    def host(self, values):
        return self.array.asnumpy(values)


class TorchPeer(Peer):
    def __init__(self, torch, device, synchronize):
        super().__init__(None, synchronize)
        self.torch, self.device = torch, device

    def to(self, values, kind):
        return self.torch.from_numpy(values.astype(kind)).to(self.device)

    def host(self, values):
        return values.cpu().numpy()

    def copy(self, values):
        return values.clone()


def found_peers(found):
    peers = {}
    for name, lib in found.items():
        if name == "numpy":
            peers[name] = Peer(np, lambda: None)
        elif name == "cupy":
            peers[name] = CupyPeer(lib.cp, lib.cp.cuda.Device().synchronize)
        elif name == "torch":
            cuda = bool(getattr(lib, "cuda", False))
            wait = lib.torch.cuda.synchronize if cuda else lambda: None
            peers[name] = TorchPeer(lib.torch, "cuda" if cuda else "cpu", wait)
    return peers


def advance(peer, mesh, x):
    """Vectors through all columns, in place."""
    for first, (a, b, c, d) in mesh:
        last = first + 2 * len(a)
        upper, lower = peer.copy(x[first:last:2]), peer.copy(x[first + 1:last:2])
        x[first:last:2] = a * upper + b * lower
        x[first + 1:last:2] = c * upper + d * lower


def passed(peer, mesh, unit):
    x = peer.copy(unit)
    advance(peer, mesh, x)
    peer.synchronize()
    return x


def measure(name, peer, modes, precision, options):
    kind = np.complex64 if precision == "single" else np.complex128
    mesh = [(first, [peer.to(x, kind) for x in elements]) for first, elements in columns(modes)]
    unit = peer.to(np.eye(modes), kind)
    result = peer.host(passed(peer, mesh, unit)).astype(np.complex128)
    times = []
    for _ in range(options.turns):
        runs, start = 0, time.perf_counter()
        while runs == 0 or time.perf_counter() - start < options.turn:
            passed(peer, mesh, unit)
            runs += 1
        times.append((time.perf_counter() - start) / runs)
    seconds = statistics.median(times)
    return {
        "contender": name, "method": "columns", "precision": precision, "modes": modes, "vectors": modes, "run_s": seconds,
        "runDeviation_s": statistics.stdev(times) if len(times) > 1 else 0.0,
        "flop_per_s": FLOPS * modes * (modes - 1) / 2 * modes / seconds,
        "unitarityError": float(abs(result @ result.conj().T - np.eye(modes)).max())}


# --- taking turns with lightpath --------------------------------------------------------------------------------------

BLOCK = 8  # numbers of a 2x2 block, re and im


class Served:
    """The mesh and the vectors that `lightpath bench mesh` gives; a run ends with the phase screen."""

    def __init__(self, peer, case, files):
        self.peer, self.kind = peer, np.complex64 if case["precision"] == "single" else np.complex128
        self.shape = modes, _ = case["modes"], case["vectors"]
        first = np.fromfile(files["first"], np.int32)
        blocks = np.fromfile(files["blocks"], np.complex128).reshape(len(first), modes // 2, BLOCK // 2)
        self.mesh = []
        for start, column in zip(first.tolist(), blocks):
            elements = column[:(modes - start) // 2].T
            self.mesh.append((start, [peer.to(np.ascontiguousarray(x)[:, None], self.kind) for x in elements]))
        self.screen = peer.to(np.fromfile(files["screen"], np.complex128)[:, None], self.kind)
        self.x = None

    def answer(self):
        return {"memory_bytes": 0}

    def load(self, file):
        self.x = self.peer.to(np.fromfile(file, self.kind).reshape(self.shape), self.kind)

    def run(self):
        advance(self.peer, self.mesh, self.x)
        self.x *= self.screen
        self.peer.synchronize()

    def store(self, file):
        self.peer.host(self.x).astype(self.kind).tofile(file)


class Backend:
    """The meshes of one family of libraries."""

    def __init__(self, options):
        self.missing = []
        needed = [name for name in FAMILIES[options.family] if name in ("numpy", "cupy", "torch")]
        self.found = libraries(options.device, needed, options.threads, self.missing.append)
        if options.device == "cuda" and not ("cupy" in self.found or getattr(self.found.get("torch"), "cuda", False)):
            self.found.clear()
            self.missing.append(f"{options.family} is left out: it sees no CUDA device")
        self.peers = found_peers(self.found)

    def hello(self):
        return {"missing": self.missing, "notes": [], "peers": [
            {
                "name": name, "threads": self.found[name].threads, "onHost": self.found[name].device == "host",
                "detail": f"{self.found[name].device}, {self.found[name].name}, column by column"}
            for name in self.peers]}

    def prepare(self, request):
        return Served(self.peers[request["peer"]], request["case"], request["files"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--size", default="64,256,512", help="modes N (default: 64,256,512)")
    parser.add_argument("--precision", default="single,double")
    parser.add_argument("--peers", default="", help="names, default: all that are installed")
    parser.add_argument("--device", default="auto", choices=["auto", "cpu", "cuda"])
    parser.add_argument("--turn", type=float, default=0.3, help="seconds of one turn")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--record", help="appends the rows to a file of JSON lines")
    add_serving(parser)
    options = parser.parse_args()
    if options.serve:
        peer_server.serve(lambda: Backend(options))
        return 0
    peers = found_peers(libraries(options.device, ("numpy", "cupy", "torch"), options.threads))
    wanted = options.peers.split(",") if options.peers else list(peers)
    rows = []
    for precision in options.precision.split(","):
        for modes in map(int, options.size.split(",")):
            for name in wanted:
                if name not in peers:
                    say(f"{name} is left out: it is not installed")
                    continue
                rows.append(measure(name, peers[name], modes, precision, options))
    if options.record:
        with open(options.record, "a", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    print("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]")
    return 0 if rows else 1


if __name__ == "__main__":
    sys.exit(main())
