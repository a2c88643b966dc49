"""LibreOffice as a maker of files, with a profile of its own so that no other instance is in the way."""
import subprocess
import tempfile


def convert(target, folder, files, infilter=None):
    """All files in one run; what becomes of them lies in the folder."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", target] +
                       (["--infilter=" + infilter] if infilter else []) + ["--outdir", str(folder)] + [str(f) for f in files],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
