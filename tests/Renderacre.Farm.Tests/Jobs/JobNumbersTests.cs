using CsCheck;
using Renderacre.Farm.Jobs;

namespace Renderacre.Farm.Tests.Jobs;

public sealed class JobNumbersTests
{
    private const long Beyond = 1L << 32;

    /// <summary>A job's number; of those beyond 32 bits some look like others by their lower half.</summary>
    private static readonly Gen<long> Job = Gen.Select(
        Gen.Long[1, 150], Gen.Frequency((30, Gen.Const(0L)), (1, Gen.Const(Beyond))), (low, high) => low + high);

    private static readonly Gen<(long Job, bool Comes)> Change =
        Gen.Select(Job, Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false))));

    /// <summary>Sets of none, of those that lie inside, and of more than are compared at once.</summary>
    private static readonly Gen<(long Job, bool Comes)[]> Changes =
        Gen.OneOf(Change.Array[0, 24], Change.Array[0, 300]);

    [Fact]
    public void A_set_holds_the_jobs_that_came_and_have_not_gone() => Changes.Sample(changes =>
    {
        var jobs = new JobNumbers();
        var expected = new HashSet<long>();
        foreach ((long job, bool comes) in changes)
        {
            if (comes)
                Assert.Equal(expected.Add(job), jobs.Add(job));
            else
                Assert.Equal(expected.Remove(job), jobs.Remove(job));
            Assert.Equal(expected.Count, jobs.Count);
        }

        for (long job = 0; job <= 151; job++)
        {
            Assert.Equal(expected.Contains(job), jobs.Contains(job));
            Assert.Equal(expected.Contains(job + Beyond), jobs.Contains(job + Beyond));
        }

        Assert.False(jobs.Contains(Beyond - 1)); // What stands in free places.
    });
}
