#!/bin/sh
# The records of a machine without a GPU, and the page made from all records, from the repository root:
#
#   benchmarks/on-cpu.sh [--quick] [DIR]
#
# Measures every engine that has a device here (the host's, and OpenCL on the processor where PoCL is installed) beside every peer that is
# installed, into DIR/DATE-BENCHMARK-DEVICE.jsonl (default: benchmarks/records). About 20 minutes on two cores; let nothing else run. --quick takes the
# short form, a few minutes, and does not make the page.
set -eu
cd "$(dirname "$0")/.."
form=--full
if [ "${1:-}" = --quick ]; then
  form=
  shift
fi
case ${1:-} in
  -h | --help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
esac
records=${1:-benchmarks/records}
mkdir -p "$records"
# OpenBLAS held to one kernel would not be what users have.
unset OPENBLAS_CORETYPE
# shellcheck disable=SC2086 # no form is no argument
./lightpath bench all $form --engine all --record "$records"
if [ -n "$form" ] && [ "$records" = benchmarks/records ]; then
  ./lightpath bench page --records "$records" --out docs/performance.md
fi
