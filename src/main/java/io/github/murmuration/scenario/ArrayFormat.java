package io.github.murmuration.scenario;

import java.util.Locale;

/** The file format of arrays. */
public enum ArrayFormat {

    /** NumPy's: npz for several arrays, npy for one. */
    NPY,

    /** HDF5, which programs for netCDF-4 open too. */
    HDF5;

    /** Name in scenario files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
