using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Orders;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Tests.State;

/// <summary>Other tasks for steps of a job that is there.</summary>
public sealed class RetaskTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void What_has_finished_stays_finished_and_new_tasks_wait()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        WorkerId worker = _farm.Register();
        Run(worker, 2);
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
        Edit(job, 0, 1, 2, 3);
        Assert.Equal(new UnitCounts(2, 0, 0, 2, 0, 0), _farm.Store.Row(job).Counts);
        _farm.Rebuild();
        Assert.Equal([2L, 3L], Run(worker, 2));
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
        Assert.Contains(new JobEnded(job, JobState.Succeeded) { By = _farm.Events[^1].By, At = _farm.Events[^1].At },
            _farm.Events);
    }

    [Fact]
    public void New_tasks_are_given_out_where_they_stand_in_the_step()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3));
        Edit(job, 3, 0, 4, 1, 2);
        _farm.Rebuild();
        Assert.Equal([3L, 0, 4, 1, 2], Run(_farm.Register(), 5));
    }

    [Theory]
    [InlineData(UnitOrderKind.Reverse, new long[] { 2, 1, 4, 0, 3 })]
    [InlineData(UnitOrderKind.MiddleOut, new long[] { 4, 1, 0, 2, 3 })]
    public void The_order_of_frames_is_that_of_the_new_tasks(UnitOrderKind kind, long[] expected)
    {
        JobId job = _farm.Submit(FarmHarness.Step(3));
        Edit(job, step => TaskEdits.Placed(step, [3, 0, 4, 1, 2], 5) with
        {
            Order = new UnitOrder { Kind = kind, Length = 5 },
        });
        _farm.Rebuild();
        Assert.Equal(expected, Run(_farm.Register(), 5));
    }

    [Fact]
    public void A_removed_task_that_waits_is_counted_nowhere_and_given_out_no_more()
    {
        JobId job = _farm.Submit(FarmHarness.Step(4));
        Edit(job, 1, 3);
        Assert.Equal(new UnitCounts(2, 0, 0, 0, 0, 0), _farm.Store.Row(job).Counts);
        _farm.Rebuild();
        WorkerId worker = _farm.Register();
        Assert.Equal([1L, 3L], Run(worker, 2));
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
        Assert.Equal(TaskState.Cancelled, _farm.StateOf(new UnitRef(job, 0, 0)));
    }

    [Fact]
    public void A_removed_task_that_runs_is_stopped_as_a_cancelled_one_is()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        LeaseGranted running = worker.Leases[0];
        worker.Start(running).Sync();
        Edit(job, 1);
        Assert.Contains(_farm.Events, happened => happened is LeaseStopping { Revoked: false } stopping
            && stopping.Lease == running.Lease);
        Assert.Equal(1, Total(job));
        worker.Sync();
        Assert.Contains(running.Lease, worker.Cancelled);
        _farm.Rebuild();
        worker.Sync();
        worker.Complete(running).Sync();
        Assert.Equal(AttemptState.Cancelled, _farm.Store.Attempts[running.Lease.Value]);
        Assert.Equal(0, _farm.Store.Row(job).Counts.Succeeded);
    }

    [Fact]
    public void A_job_of_which_only_finished_tasks_remain_has_succeeded_and_says_so()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker));
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
        Hold(job);
        Edit(job, 0);
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
        Assert.Contains(_farm.Events, happened => happened is JobEnded { State: JobState.Succeeded });
        Assert.Contains(_farm.Events, happened => happened is StepEnded { State: JobState.Succeeded });
    }

    [Fact]
    public void A_task_that_comes_back_has_succeeded_if_it_had_and_else_begins_anew()
    {
        JobId job = _farm.Submit(FarmHarness.Step(4));
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker));
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        Edit(job, 3);
        _farm.Rebuild();
        Assert.Equal(new UnitCounts(1, 0, 0, 0, 0, 0), _farm.Store.Row(job).Counts);
        Edit(job, 0, 1, 2, 3);
        _farm.Rebuild();
        Assert.Equal(new UnitCounts(3, 0, 0, 1, 0, 0), _farm.Store.Row(job).Counts);
        LeaseGranted again = _farm.MustLease(worker);
        Assert.Equal((1L, 2), (again.First.Unit, again.Number));
    }

    [Fact]
    public void A_task_that_comes_back_while_its_removal_stops_it_runs_anew_elsewhere()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        LeaseGranted stopped = _farm.MustLease(_farm.Register());
        _farm.Start(stopped);
        Edit(job, 1);
        Edit(job, 0, 1);
        _farm.Rebuild();
        Assert.Equal(0, _farm.MustLease(_farm.Register()).First.Unit);
        Assert.Equal(1, _farm.Store.Row(job).Counts.Pending);
    }

    [Fact]
    public void A_step_that_waits_for_another_waits_for_its_new_tasks_too()
    {
        JobId job = _farm.Submit(FarmHarness.Step(1), FarmHarness.Step(2, 0, 0));
        WorkerId worker = _farm.Register();
        Assert.Equal([0L], Run(worker, 1));
        Edit(job, 0, 1);
        _farm.Rebuild();
        LeaseGranted lease = _farm.MustLease(worker);
        Assert.Equal((0, 1L), (lease.First.Step, lease.First.Unit));
        Assert.Null(_farm.Lease(_farm.Register()));
        Edit(job, 0);
        Assert.Equal(1, _farm.MustLease(_farm.Register()).First.Step);
    }

    [Fact]
    public void Frames_wait_for_the_equal_ones_of_the_new_tasks()
    {
        StepPlan comp = FarmHarness.Step(2) with { DependsOnEqualUnits = [0] };
        JobId job = _farm.Submit(FarmHarness.Step(2), comp);
        EditAll(job, step => TaskEdits.Placed(step, step.DependsOnEqualUnits.Count > 0 ? [2, 1, 0] : [1, 2, 0], 3));
        _farm.Rebuild();
        WorkerId worker = _farm.Register(2);
        LeaseGranted first = _farm.MustLease(worker);
        Assert.Equal((0, 1L), (first.First.Step, first.First.Unit));
        _farm.Complete(first);
        _farm.MustLease(worker);
        _farm.MustLease(worker);
        LeaseGranted waiting = _farm.MustLease(_farm.Register());
        Assert.Equal((1, 2L), (waiting.First.Step, waiting.First.Unit));
    }

    [Fact]
    public void Chunks_end_where_tasks_lie_apart_that_were_made_apart()
    {
        StepPlan step = FarmHarness.Step(4) with
        {
            Chunks = new AdaptiveChunks { DefaultCount = 10, TargetSeconds = 1, Runs = [new ChunkRuns(0, 4, 1)] },
        };
        JobId job = _farm.Submit(step);
        Edit(job, each => TaskEdits.Placed(each, [4, 5, 0, 1, 3], 6) with
        {
            Chunks = each.Chunks! with { Runs = [new ChunkRuns(0, 5, 1)] }, // As above.
        });
        _farm.Rebuild();
        WorkerId worker = _farm.Register(3);
        (long, long)[] chunks = [.. Enumerable.Range(0, 3).Select(_ => _farm.MustLease(worker))
            .Select(lease => (lease.First.Unit, lease.Count))];
        Assert.Equal([(4, 2), (0, 2), (3, 1)], chunks);
    }

    [Fact]
    public void New_tasks_of_a_paused_step_are_paused_and_removed_ones_are_not_counted_as_such()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3));
        _farm.Do(farm => farm.PauseStep(_farm.Context, job, "step", true));
        Edit(job, 0, 3);
        _farm.Rebuild();
        Assert.Equal(JobState.Paused, _farm.StateOf(job));
        Assert.Null(_farm.Lease(_farm.Register()));
        _farm.Do(farm => farm.PauseStep(_farm.Context, job, "step", false));
        Assert.Equal([0L, 3L], Run(_farm.Register(), 2));
    }

    [Fact]
    public void A_cancelled_job_that_gets_new_tasks_runs_them_and_no_others()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        Hold(job);
        Edit(job, 0, 1, 2);
        Assert.Equal([2L], Run(_farm.Register(), 1));
        Assert.Equal(JobState.Cancelled, _farm.StateOf(job));
    }

    [Fact]
    public void A_threshold_in_percent_is_one_of_the_tasks_that_there_are()
    {
        JobId job = _farm.Submit(new JobPlan
        {
            Name = "job",
            Policy = new PlanPolicy { FailedMaxPercent = 50 },
            Steps = [FarmHarness.Step(2)],
        });
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
        Hold(job);
        Edit(job, 0, 1, 2);
        _farm.MustLease(worker);
    }

    [Fact]
    public void A_removed_task_cannot_be_requeued_nor_is_it_with_the_others()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3));
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        Edit(job, 2);
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        Hold(job);
        Assert.Equal(1L, _farm.Do(
            farm => farm.Requeue(_farm.Context, job, new UnitsToRequeue { Failed = true, Cancelled = true })));
        for (int unit = 0; unit < 2; unit++)
        {
            var removed = new UnitRef(job, 0, unit);
            _farm.Refused(farm => farm.RequeueUnit(_farm.Context, removed));
        }

        _farm.Rebuild();
        Assert.Equal([2L], Run(worker, 1));
        Assert.Equal(TaskState.Failed, _farm.StateOf(new UnitRef(job, 0, 0)));
    }

    [Fact]
    public void A_copy_numbers_its_tasks_by_their_places()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3));
        WorkerId worker = _farm.Register();
        Run(worker, 1);
        Edit(job, 3, 0, 2);
        _farm.Do(farm => farm.Cancel(_farm.Context, job));
        Hold(job);
        JobPlan copy = new() { Name = "copy", Steps = [FarmHarness.Step(3)] };
        JobId made = _farm.Do(farm => farm.Resubmit(_farm.Context, job, copy, default));
        Assert.Equal(TaskState.Succeeded, _farm.StateOf(new UnitRef(made, 0, 1)));
        Assert.Equal([0L, 2L], Run(worker, 2));
    }

    [Fact]
    public void A_step_that_grows_over_a_leaf_keeps_what_it_knows()
    {
        const int units = 4090;
        JobId job = _farm.Submit(FarmHarness.Step(units) with { ChunkSize = 1 });
        _farm.Do(farm => farm.CancelUnit(_farm.Context, new UnitRef(job, 0, units - 1)));
        Run(_farm.Register(), 1);
        Edit(job, step => step with { UnitCount = units + 100 });
        _farm.Rebuild();
        Assert.Equal(new UnitCounts(units + 98, 0, 0, 1, 0, 1), _farm.Store.Row(job).Counts);
        Assert.Equal(TaskState.Cancelled, _farm.StateOf(new UnitRef(job, 0, units - 1)));
        Assert.Equal(TaskState.Pending, _farm.StateOf(new UnitRef(job, 0, units)));
    }

    [Fact]
    public void A_plan_that_has_units_twice_or_not_at_all_is_faulty()
    {
        StepPlan step = FarmHarness.Step(3);
        PlacedUnits[] twice = [new(0, 2), new(1, 1)];
        PlacedUnits[] beyond = [new(0, 2), new(4, 1)];
        Assert.Single(Faults(step with { Places = twice, MadeCount = 3 }));
        Assert.Single(Faults(step with { Places = beyond, MadeCount = 4 }));
        Assert.Single(Faults(step with { MadeCount = 4 }));
        Assert.Single(Faults(step with { Places = [new(0, 2)], MadeCount = 4 }));
        Assert.Single(Faults(step with { Places = [new(0, 3)], MadeCount = UnitPlaces.UnitsMadeMax + 1 }));
        Assert.Empty(Faults(step with { Places = [new(2, 2), new(0, 1)], MadeCount = 4 }));
    }

    private static IReadOnlyList<string> Faults(StepPlan step) =>
        JobPlanCheck.Faults(new JobPlan { Name = "job", Steps = [step] });

    private long Total(JobId job)
    {
        UnitCounts counts = _farm.Store.Row(job).Counts;
        return counts.Pending + counts.Leased + counts.Running + counts.Succeeded + counts.Failed + counts.Cancelled;
    }

    private List<long> Run(WorkerId worker, int count)
    {
        var units = new List<long>();
        for (int at = 0; at < count; at++)
        {
            LeaseGranted lease = _farm.MustLease(worker);
            units.Add(lease.First.Unit);
            _farm.Complete(lease);
        }

        return units;
    }

    private void Hold(JobId job)
    {
        if (!_farm.State.Holds(job))
            _farm.State.LoadJob(_farm.Store.Job(job));
    }

    /// <summary>The first step has these units, in this order.</summary>
    private void Edit(JobId job, params long[] units)
    {
        long made = Math.Max(_farm.Store.Job(job).Plan.Steps[0].UnitsMade, units.Max() + 1);
        Edit(job, step => TaskEdits.Placed(step, units, made));
    }

    private void Edit(JobId job, Func<StepPlan, StepPlan> change)
    {
        bool isFirst = true;
        EditAll(job, step =>
        {
            StepPlan changed = isFirst ? change(step) : step;
            isFirst = false;
            return changed;
        });
    }

    private void EditAll(JobId job, Func<StepPlan, StepPlan> change)
    {
        Hold(job);
        JobPlan plan = _farm.Store.Job(job).Plan;
        JobPlan changed = plan with { Revision = plan.Revision + 1, Steps = [.. plan.Steps.Select(change)] };
        Assert.Empty(JobPlanCheck.Faults(changed));
        _farm.Do(farm => farm.Edit(_farm.Context, job, new PlanEdit(changed, default, "frames")));
    }
}
