package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.file.CloudFiles;
import io.github.murmuration.diffusion.GivenClouds;
import io.github.murmuration.scenario.CloudData;
import io.github.murmuration.scenario.ScenarioException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Clouds of files, all of one dimension. */
final class GivenFiles {

    private GivenFiles() {}

    static GivenClouds read(CloudData.Files data) {
        List<Cloud> clouds = new ArrayList<>();
        for (Path file : data.files()) {
            for (Cloud cloud : CloudFiles.read(file)) {
                clouds.add(cloud);
                checkDimension(file, cloud.dimension(), clouds.get(0).dimension());
            }
        }
        checkBandwidth(data.bandwidth(), clouds);
        double points = clouds.stream().mapToDouble(Cloud::size).sum();
        CloudMemory.checkUpsampled(points, data.upsampling());
        return new GivenClouds(clouds, data.bandwidth()).upsampled(data.upsampling());
    }

    private static void checkDimension(Path file, int found, int first) {
        if (found != first) {
            throw ScenarioException.refused("", "dimension " + found, first + ", as the first file has")
                    .from(file.toString());
        }
    }

    private static void checkBandwidth(double bandwidth, List<Cloud> clouds) {
        double largest = clouds.stream()
                .flatMap(cloud -> Arrays.stream(cloud.points()))
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        double least = CloudData.FINEST * largest;
        if (bandwidth < least) {
            throw ScenarioException.refused(
                    "data.files.bandwidth", bandwidth, "at least 2^-20 of the largest coordinate, " + least);
        }
    }
}
