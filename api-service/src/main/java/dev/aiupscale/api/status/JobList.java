package dev.aiupscale.api.status;

import java.util.List;

/** The jobs of one picture as clients see them. */
public record JobList(List<JobView> jobs) {}
