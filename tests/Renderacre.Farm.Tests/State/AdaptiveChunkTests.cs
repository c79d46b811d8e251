using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

/// <summary>Chunks that are cut when they are leased.</summary>
public sealed class AdaptiveChunkTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void The_first_chunks_have_the_default_size_and_later_ones_run_for_the_target_time()
    {
        _farm.Submit(Adaptive(1000));
        WorkerId worker = _farm.Register();
        Assert.Equal((0, 10), Run(RunFor(worker, 5)));
        Assert.Equal((10, 80), Run(RunFor(worker, 40)));
        Assert.Equal((90, 120), Run(RunFor(worker, 60)));
        Assert.Equal((210, 120), Run(_farm.MustLease(worker)));
    }

    [Fact]
    public void Slow_units_make_smaller_chunks()
    {
        _farm.Submit(Adaptive(1000));
        WorkerId worker = _farm.Register();
        RunFor(worker, 600);
        Assert.Equal((10, 1), Run(_farm.MustLease(worker)));
    }

    [Fact]
    public void A_chunk_stays_within_its_run_and_its_row()
    {
        // Two rows of 9: runs of 5, 2 and 2.
        StepPlan step = Adaptive(18, new ChunkRuns(0, 5, 1), new ChunkRuns(5, 2, 2));
        _farm.Submit(step);
        WorkerId worker = _farm.Register(9);
        (long, long)[] runs = [(0, 5), (5, 2), (7, 2), (9, 5), (14, 2), (16, 2)];
        Assert.Equal(runs, runs.Select(_ => Run(_farm.MustLease(worker))));
        Assert.Null(_farm.Lease(worker));
    }

    [Fact]
    public void A_chunk_ends_before_a_unit_that_is_not_ready()
    {
        JobId job = _farm.Submit(Adaptive(20));
        _farm.Do(farm => farm.CancelUnit(_farm.Context, new UnitRef(job, 0, 4)));
        WorkerId worker = _farm.Register(2);
        Assert.Equal((0, 4), Run(_farm.MustLease(worker)));
        Assert.Equal((5, 10), Run(_farm.MustLease(worker)));
    }

    [Fact]
    public void A_chunk_that_failed_is_tried_again_in_halves_apart_from_fresh_units()
    {
        JobId job = _farm.Submit(Adaptive(16, retries: 3));
        WorkerId worker = _farm.Register(3);
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        LeaseGranted half = _farm.MustLease(worker);
        LeaseGranted other = _farm.MustLease(worker);
        Assert.Equal((0, 5), Run(half));
        Assert.Equal((5, 5), Run(other));
        Assert.Equal((10, 6), Run(_farm.MustLease(worker)));
        _farm.Complete(half, exitCode: 1);
        Assert.Equal((0, 2), Run(_farm.MustLease(worker)));
        Assert.Equal(2, _farm.Store.UnitRow(new UnitRef(job, 0, 4)).FailuresSpent);
        Assert.Equal(1, _farm.Store.UnitRow(new UnitRef(job, 0, 5)).FailuresSpent);
    }

    [Fact]
    public void A_chunk_that_failed_for_good_fails_all_its_units_and_no_other()
    {
        JobId job = _farm.Submit(Adaptive(16));
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        _farm.Complete(_farm.MustLease(worker));
        Assert.Equal(TaskState.Failed, _farm.StateOf(new UnitRef(job, 0, 9)));
        Assert.Equal(TaskState.Succeeded, _farm.StateOf(new UnitRef(job, 0, 10)));
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
    }

    [Fact]
    public void An_attempt_has_a_number_that_none_of_its_units_has_had()
    {
        JobId job = _farm.Submit(Adaptive(11, retries: 1));
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        _farm.Complete(_farm.MustLease(worker));
        LeaseGranted third = _farm.MustLease(worker);
        Assert.Equal((5, 5, 2), (third.First.Unit, third.Count, third.Number));
        _farm.Complete(third, exitCode: 1);
        _farm.Do(farm => farm.RequeueUnit(_farm.Context, new UnitRef(job, 0, 9)));
        LeaseGranted fourth = _farm.MustLease(worker);
        Assert.Equal((9, 2, 3), (fourth.First.Unit, fourth.Count, fourth.Number));
    }

    [Fact]
    public void What_failed_or_was_stopped_is_not_measured()
    {
        JobId job = _farm.Submit(Adaptive(40, retries: 1));
        WorkerId worker = _farm.Register();
        LeaseGranted failed = _farm.MustLease(worker);
        _farm.Start(failed);
        _farm.Advance(1);
        _farm.Complete(failed, exitCode: 1);
        Assert.DoesNotContain(_farm.Events, happened => happened is StepEstimated);
        LeaseGranted stopped = _farm.MustLease(worker);
        _farm.Start(stopped);
        _farm.Do(farm => farm.CancelUnit(_farm.Context, new UnitRef(job, 0, 0)));
        _farm.Complete(stopped);
        Assert.DoesNotContain(_farm.Events, happened => happened is StepEstimated);
    }

    [Fact]
    public void A_farm_made_anew_goes_on_with_the_same_estimate()
    {
        _farm.Submit(Adaptive(1000));
        WorkerId worker = _farm.Register();
        RunFor(worker, 5);
        RunFor(worker, 33);
        _farm.Rebuild();
        Assert.Equal((90, 131), Run(_farm.MustLease(worker)));
    }

    [Fact]
    public void An_ended_job_that_is_taken_up_again_keeps_its_estimate()
    {
        JobId job = _farm.Submit(Adaptive(20));
        WorkerId worker = _farm.Register();
        RunFor(worker, 5);
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        Assert.False(_farm.State.Holds(job));
        _farm.State.LoadJob(_farm.Store.Job(job));
        _farm.Do(farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true }));
        RunFor(worker, 4);
        Assert.Equal(2, Assert.Single(_farm.Store.Job(job).Estimates).Samples);
    }

    [Fact]
    public void A_unit_without_end_is_no_reason_to_lease_a_million()
    {
        _farm.Submit(Adaptive(1_000_000) with { Chunks = Chunks(1_000_000, [new ChunkRuns(0, 1_000_000, 1)]) });
        Assert.Equal(AdaptiveChunks.UnitsMax, _farm.MustLease(_farm.Register()).Count);
    }

    [Fact]
    public void Faulty_chunks_are_refused()
    {
        Assert.Single(Faults(Chunks(0, [new ChunkRuns(0, 10, 1)])));
        Assert.Single(Faults(Chunks(1, [new ChunkRuns(0, 3, 1)])));
        Assert.Single(Faults(Chunks(1, [new ChunkRuns(0, 3, 1), new ChunkRuns(4, 6, 1)])));
        Assert.Single(Faults(Chunks(1, [])));
        Assert.Empty(Faults(Chunks(1, [new ChunkRuns(0, 1, 3), new ChunkRuns(3, 2, 1)])));
    }

    private static IReadOnlyList<string> Faults(AdaptiveChunks chunks) => JobPlanCheck.Faults(
        new JobPlan { Name = "job", Steps = [FarmHarness.Step(10) with { Chunks = chunks }] });

    /// <summary>Leases a chunk and has it succeed after a time.</summary>
    private LeaseGranted RunFor(WorkerId worker, double seconds)
    {
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Start(lease);
        for (double left = seconds; left > 0; left -= 60)
        {
            _farm.Advance(Math.Min(left, 60));
            _farm.Do(farm => farm.Renew(_farm.Context, FarmHarness.Claim(lease)));
        }

        _farm.Complete(lease);
        return lease;
    }

    private static StepPlan Adaptive(long units, params ChunkRuns[] runs) => FarmHarness.Step(units) with
    {
        Chunks = Chunks(10, runs.Length > 0 ? runs : [new ChunkRuns(0, units, 1)]),
    };

    private static StepPlan Adaptive(long units, int retries) => Adaptive(units) with { MaxRetries = retries };

    private static AdaptiveChunks Chunks(long defaultCount, ChunkRuns[] runs) =>
        new() { DefaultCount = defaultCount, TargetSeconds = 60, Runs = runs };

    private static (long First, long Count) Run(LeaseGranted lease) => (lease.First.Unit, lease.Count);
}
