package io.github.murmuration.backend.host;

/**
 * Steps to take in one go.
 *
 * @param rows per guidance, count rows of the drift schedule; or one row for every replica of the block, and count is 1
 * @param rowSize floats per row
 * @param perReplica whether each replica has a row of its own
 */
public record Batch(int firstStep, int count, float[][] rows, int rowSize, boolean perReplica) {

    /** Where the row of the k-th step begins for a replica of the block. */
    public int row(int k, int replica) {
        return (perReplica ? replica : k) * rowSize;
    }
}
