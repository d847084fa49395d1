"""What a figure was measured on."""
import os
import platform


def processor():
    """The processor's name, with family and model where the system tells: clouds call several generations alike."""
    try:
        lines = open("/proc/cpuinfo", encoding="utf-8").read().split("\n\n")[0].splitlines()
    except FileNotFoundError:
        return platform.processor() or platform.machine()
    told = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    name = told.get("model name", platform.machine())
    return f"{name} (family {told['cpu family']}, model {told['model']})" if "cpu family" in told else name


def machine():
    """Processor and number of cores."""
    return f"{processor()}, {os.cpu_count()} cores"
