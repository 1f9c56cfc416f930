package io.github.murmuration.backend.vector;
import jdk.incubator.vector.FloatVector;
class Probe { static int x = FloatVector.SPECIES_PREFERRED.length(); }
