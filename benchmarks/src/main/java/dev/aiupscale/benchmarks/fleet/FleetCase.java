package dev.aiupscale.benchmarks.fleet;

import dev.aiupscale.common.model.ModelCatalogue;

/**
 * What is simulated beside the policy, alike for all of them.
 *
 * @param promisedWait seconds; who waits longer was promised too much
 * @param seed of arrivals and costs, which are the same for each policy then
 */
record FleetCase(
    FleetLoad load, ModelCatalogue models, MachineModel machines, double promisedWait, long seed) {}
