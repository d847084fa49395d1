"""Asks the running desk what its own description (`/openapi.json`) promises: schemathesis, then what it must refuse.

    python3 Evaluation/desk/api.py --desk .build/release/rapporteur-desk --ledger .build/desk/samples.sqlite

Works on a copy of the ledger, with a token, so that writing is asked too. Exits 1 where something fails.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

from pages import free_port, wait_for

TOKEN = "a token for this check only"


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--desk", default=".build/release/rapporteur-desk")
    ask.add_argument("--ledger", default=".build/desk/samples.sqlite")
    ask.add_argument("--examples", default="40", help="examples an operation")
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = shutil.copy(asked.ledger, pathlib.Path(folder) / "samples.sqlite")
        secret = pathlib.Path(folder) / "token"
        secret.write_text(TOKEN + "\n")
        port = free_port()
        running = subprocess.Popen([asked.desk, "--ledger", str(ledger), "--port", str(port), "--token-file", str(secret)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            root = f"http://127.0.0.1:{port}"
            wait_for(running, root)
            tool = [sys.executable, "-m", "schemathesis.cli"]
            done = subprocess.run([*tool, "run", root + "/openapi.json", "-n", asked.examples, "--seed", "1", "--generation-deterministic",
                                   "-H", f"Authorization: Bearer {TOKEN}",
                                   "-c", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"],
                                  cwd=folder, check=False)
        finally:
            running.terminate()
            running.wait()
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
