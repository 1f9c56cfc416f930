"""The program on two threads of this machine, and as an application of Spark on two workers of one core each.

Build first: mvn -q verify -DskipTests, then mvn -q antrun:run@spark, or give a distribution of Spark as SPARK_HOME.
"""

import os
import pathlib
import shutil

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "target/murmuration/bin/murmuration"
JAR = ROOT / "target/murmuration/lib/murmuration.jar"
OPENED = (
    "java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent "
    "java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar"
)


def threads(words, out):
    """Command line on two threads."""
    return [PROGRAM, *words, "--backend", "cpu", "--threads", "2", "--quiet", "--out", out]


def workers(words, out, memory):
    """Command line on two workers whose executors have so many MiB; sets what Spark reads from the environment."""
    spark = os.environ.setdefault("SPARK_HOME", str(ROOT / "target/spark"))
    os.environ.update(SPARK_SCALA_VERSION="2.13", SPARK_LOCAL_IP="127.0.0.1")
    return (
        [shutil.which("java"), f"-Xmx{memory}m", *(f"--add-opens=java.base/{each}=ALL-UNNAMED" for each in OPENED.split())]
        + ["--add-modules", "jdk.incubator.vector", "-Djava.awt.headless=true", "-cp", spark + "/jars/*"]
        + ["org.apache.spark.deploy.SparkSubmit", "--master", f"local-cluster[2,1,{memory}]"]
        + ["--executor-memory", f"{memory}m", "--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1"]
        + ["--conf", "spark.driver.bindAddress=127.0.0.1", "--class", "io.github.murmuration.cluster.Main", str(JAR)]
        + [*words, "--backend", "cpu", "--quiet", "--out", out]
    )
