import subprocess
import sys

IMPORTED = (
    "import sys; from knutepunkt.gazetteer import tables; import knutepunkt.gazetteer;"
    "print(tables.rows.cache_info().currsize, 'django' in sys.modules)"
)


def test_importing_reads_no_data_and_no_django():
    result = subprocess.run(
        [sys.executable, "-c", IMPORTED], check=True, capture_output=True, text=True
    )

    assert result.stdout.split() == ["0", "False"]
