using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Orders;

namespace Renderacre.Farm.Tests.State;

/// <summary>Holding single tasks and steps back.</summary>
public sealed class PauseTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_paused_task_is_passed_over_until_it_is_resumed()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3));
        WorkerId worker = _farm.Register(3);
        Pause(job, 0);
        Pause(job, 0);
        Assert.Equal(1, _farm.MustLease(worker).First.Unit);
        _farm.Rebuild();
        Assert.Equal(2, _farm.MustLease(worker).First.Unit);
        Assert.Null(_farm.Lease(worker));
        Pause(job, 0, paused: false);
        Assert.Equal(0, _farm.MustLease(worker).First.Unit);
    }

    [Fact]
    public void A_running_task_that_is_paused_ends_and_is_not_tried_again_meanwhile()
    {
        JobId job = _farm.Submit(FarmHarness.Step(1, retries: 1));
        WorkerId worker = _farm.Register();
        LeaseGranted lease = _farm.MustLease(worker);
        _farm.Start(lease);
        Pause(job, 0);
        Assert.Equal(JobState.Running, _farm.StateOf(job));
        _farm.Complete(lease, exitCode: 1);
        Assert.Null(_farm.Lease(worker));
        Assert.Equal(JobState.Paused, _farm.StateOf(job));
        Pause(job, 0, paused: false);
        _farm.Complete(_farm.MustLease(worker));
        Assert.Equal(JobState.Succeeded, _farm.StateOf(job));
    }

    [Fact]
    public void A_paused_step_starts_nothing_and_other_steps_go_on()
    {
        JobId job = _farm.Submit(Named("A", 2), Named("B", 2));
        WorkerId worker = _farm.Register(4);
        PauseStep(job, "A");
        Assert.Equal(1, _farm.MustLease(worker).First.Step);
        Assert.Equal(1, _farm.MustLease(worker).First.Step);
        _farm.Rebuild();
        Assert.Null(_farm.Lease(worker));
        PauseStep(job, "A", paused: false);
        Assert.Equal(0, _farm.MustLease(worker).First.Step);
    }

    [Fact]
    public void A_job_of_which_everything_left_is_paused_is_paused_and_has_not_ended()
    {
        JobId job = _farm.Submit(Named("A", 1), Named("B", 1, 0));
        PauseStep(job, "A");
        Assert.Equal(JobState.Paused, _farm.StateOf(job));
        _farm.Rebuild();
        PauseStep(job, "A", paused: false);
        Assert.Equal(JobState.Queued, _farm.StateOf(job));
    }

    [Fact]
    public void A_paused_task_that_cannot_run_any_more_does_not_keep_its_job_open()
    {
        JobId job = _farm.Submit(Named("A", 1), Named("B", 1, 0));
        WorkerId worker = _farm.Register();
        PauseStep(job, "B");
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        Assert.Equal(JobState.Failed, _farm.StateOf(job));
    }

    [Fact]
    public void One_task_of_a_paused_step_can_be_let_go_on()
    {
        JobId job = _farm.Submit(Named("A", 5_000) with
        {
            Order = new UnitOrder { Kind = UnitOrderKind.Reverse, Length = 5_000 },
        });
        WorkerId worker = _farm.Register(2);
        PauseStep(job, "A");
        Pause(job, 4_100, paused: false);
        _farm.Rebuild();
        Assert.Equal(4_100, _farm.MustLease(worker).First.Unit);
        Assert.Null(_farm.Lease(worker));
    }

    [Fact]
    public void A_step_of_very_many_tasks_is_paused_at_once_and_with_all_but_one_loaded_at_once()
    {
        JobId job = _farm.State.Submit(_farm.Context, new JobPlan
        {
            Name = "huge",
            Steps = [Named("A", JobPlanCheck.UnitsMax)],
        }, default).Value;
        Assert.Null(_farm.State.PauseStep(_farm.Context, job, "A", paused: true).Error);
        Assert.Null(_farm.State.PauseUnit(_farm.Context, new UnitRef(job, 0, 7_000_000), paused: false).Error);
        _farm.Store.Apply(_farm.State.TakeCommit()!); // Something has changed.
        var loaded = new Farm.State.FarmState(new Farm.State.FarmSettings(), _farm.Store.Snapshot(), default);
        WorkerId worker = loaded.Register(_farm.Context, new Farm.Workers.WorkerRegistration(
            "w", new Dictionary<string, string>(), 2, null, null, null)).Value;
        Assert.Equal(7_000_000, loaded.LeaseNext(_farm.Context, worker).Value!.First.Unit);
        Assert.Null(loaded.LeaseNext(_farm.Context, worker).Value);
    }

    [Fact]
    public void A_task_that_rests_after_a_failure_rests_on_when_it_is_resumed()
    {
        JobId job = _farm.Submit(FarmHarness.Step(1, retries: 2) with
        {
            Failures = new FailurePolicy { RetryDelay = 60 },
        });
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker), exitCode: 1);
        Pause(job, 0);
        Assert.Equal(JobState.Paused, _farm.StateOf(job));
        _farm.Advance(30);
        Pause(job, 0, paused: false);
        Assert.Null(_farm.Lease(worker));
        _farm.Rebuild();
        _farm.Advance(31);
        _farm.MustLease(worker);
    }

    [Fact]
    public void A_lease_ahead_of_a_paused_task_is_asked_back()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3));
        SyncWorker worker = _farm.RegisterSync();
        worker.Sync();
        Assert.Equal(TaskState.Leased, _farm.StateOf(new UnitRef(job, 0, 1)));
        Pause(job, 1);
        worker.Sync();
        Assert.Equal([worker.Leases.Single(lease => lease.First.Unit == 1).Lease], worker.Recalled);
    }

    [Fact]
    public void What_has_ended_is_neither_paused_nor_resumed()
    {
        JobId job = _farm.Submit(FarmHarness.Step(2));
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker));
        Assert.Equal(FarmErrorKind.StateConflict, _farm.Refused(
            farm => farm.PauseUnit(_farm.Context, new UnitRef(job, 0, 0), paused: true)));
        Assert.Equal(FarmErrorKind.NotFound, _farm.Refused(
            farm => farm.PauseUnit(_farm.Context, new UnitRef(job, 0, 9), paused: true)));
        Assert.Equal(FarmErrorKind.Invalid, _farm.Refused(
            farm => farm.PauseStep(_farm.Context, job, "none", paused: true)));
    }

    [Fact]
    public void Explain_names_what_is_paused()
    {
        JobId job = _farm.Submit(Named("A", 2), Named("B", 1));
        Pause(job, 1);
        Assert.Equal(ObstacleKind.TaskPaused, Explained(job, 0, 1));
        PauseStep(job, "B");
        Assert.Equal(ObstacleKind.StepPaused, Explained(job, 1, 0));
        JobExplanation whole = _farm.Do(farm => farm.Explain(_farm.Context, job));
        Assert.Equal(2, whole.Groups.Single(group => group.Step == 0).ReadyUnits);
        Assert.Equal(ObstacleKind.StepPaused, whole.Groups.Single(group => group.Step == 1).Obstacles[0].Kind);
    }

    private ObstacleKind Explained(JobId job, int step, long unit) =>
        _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(job, step, unit))).Obstacles[0].Kind;

    private static StepPlan Named(string name, long units, params int[] dependsOn) =>
        FarmHarness.Step(units, 0, dependsOn) with { Name = name };

    private void Pause(JobId job, long unit, bool paused = true) =>
        _farm.Do(farm => farm.PauseUnit(_farm.Context, new UnitRef(job, 0, unit), paused));

    private void PauseStep(JobId job, string name, bool paused = true) =>
        _farm.Do(farm => farm.PauseStep(_farm.Context, job, name, paused));
}
