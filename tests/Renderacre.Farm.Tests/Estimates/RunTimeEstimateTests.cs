using Renderacre.Farm.Estimates;

namespace Renderacre.Farm.Tests.Estimates;

public sealed class RunTimeEstimateTests
{
    private static readonly TimeSpan Target = TimeSpan.FromSeconds(60);

    [Fact]
    public void Without_a_measurement_the_default_is_taken() =>
        Assert.Equal(7, default(RunTimeEstimate).UnitsIn(Target, 7));

    [Fact]
    public void A_chunk_is_as_large_as_runs_in_the_target_time() =>
        Assert.Equal(30, Measured((10, 20)).UnitsIn(Target, 10));

    [Fact]
    public void A_unit_that_runs_for_longer_than_the_target_is_a_chunk_of_its_own() =>
        Assert.Equal(1, Measured((10, 3600)).UnitsIn(Target, 10));

    [Fact]
    public void A_chunk_grows_at_most_eightfold_over_the_largest_that_has_run() =>
        Assert.Equal(80, Measured((10, 0.001)).UnitsIn(Target, 10));

    [Fact]
    public void One_that_hung_moves_a_settled_estimate_by_little()
    {
        RunTimeEstimate settled = Measured([.. Enumerable.Repeat((10L, 10.0), 20)]);
        Assert.Equal(60, settled.UnitsIn(Target, 1));
        Assert.InRange(settled.After(10, TimeSpan.FromDays(3)).UnitsIn(Target, 1), 40, 60);
        Assert.InRange(settled.After(10, TimeSpan.Zero).UnitsIn(Target, 1), 60, 70);
    }

    [Fact]
    public void A_first_one_that_hung_is_forgotten_after_a_few()
    {
        RunTimeEstimate estimate = Measured([(10, 100_000), .. Enumerable.Repeat((10L, 10.0), 40)]);
        Assert.InRange(estimate.UnitsIn(Target, 1), 55, 60);
    }

    [Fact]
    public void A_step_that_becomes_slower_is_followed()
    {
        RunTimeEstimate estimate = Measured(
            [.. Enumerable.Repeat((10L, 10.0), 20), .. Enumerable.Repeat((10L, 30.0), 40)]);
        Assert.InRange(estimate.UnitsIn(Target, 1), 20, 21);
    }

    [Fact]
    public void Numbers_from_end_to_end_of_what_there_is_stay_in_bounds()
    {
        RunTimeEstimate estimate = Measured((long.MaxValue, 0)).After(1, TimeSpan.MaxValue);
        Assert.InRange(estimate.UnitNanoseconds, 1, long.MaxValue);
        Assert.InRange(estimate.UnitsIn(TimeSpan.MaxValue, 1), 1, long.MaxValue);
        estimate = Measured([.. Enumerable.Repeat((1L, TimeSpan.MaxValue.TotalSeconds / 2), 20)]);
        Assert.Equal(1, estimate.UnitsIn(Target, 1));
    }

    private static RunTimeEstimate Measured(params (long Units, double Seconds)[] chunks) => chunks.Aggregate(
        default(RunTimeEstimate),
        (estimate, chunk) => estimate.After(chunk.Units, TimeSpan.FromSeconds(chunk.Seconds)));
}
