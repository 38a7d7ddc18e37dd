"""sushy-emulator, which writes in its log what each machine was asked to do, and when."""
import logging
import sys
import time

logging.Formatter.converter = time.gmtime
logging.basicConfig(
    level=logging.INFO,
    format='%(asctime)s.%(msecs)03dZ %(message)s',
    datefmt='%Y-%m-%dT%H:%M:%S',
    stream=sys.stderr)

from sushy_tools.emulator import main  # noqa: E402

sys.exit(main.main())
