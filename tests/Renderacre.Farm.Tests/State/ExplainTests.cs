using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Explaining;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.Tests.State;

public sealed class ExplainTests
{
    private readonly FarmHarness _farm = new();

    [Fact]
    public void A_task_that_no_worker_fits_names_what_each_lacks_and_who_lacks_least()
    {
        var spec = new RequirementSpec
        {
            Labels = [new LabelDemand("app", "maya")],
            Pools = ["gpu"],
            Amounts = [new AmountDemand("amount.worker.memory", 8000, null)],
            Attributes = [new AttributeDemand("attr.worker.os.family", ["linux"], [])],
        };
        JobId job = _farm.Submit(FarmHarness.Needs(FarmHarness.Step(), spec));
        _farm.Register(1, ("app", "nuke"));
        WorkerId near = _farm.Register(
            1, ("app", "maya"), ("pool", "gpu"), ("amount.worker.memory", "4"), ("attr.worker.os.family", "linux"));

        UnitExplanation why = Explain(job);

        Assert.Equal(TaskState.Pending, why.State);
        Assert.Empty(why.Obstacles);
        Assert.Equal((2, 0), (why.Workers!.Considered, why.Workers.Able));
        Assert.Equal(
            [
                (WorkerObstacleKind.Amount, 2), (WorkerObstacleKind.Label, 1), (WorkerObstacleKind.Pool, 1),
                (WorkerObstacleKind.Attribute, 1),
            ],
            why.Workers.Exclusions.Select(each => (each.Miss.Kind, each.Workers)));
        Assert.Equal(near, why.Workers.Nearest!.Worker);
        Assert.Equal(
            new WorkerMiss(WorkerObstacleKind.Amount, "amount.worker.memory", "at least 8", "4"),
            Assert.Single(why.Workers.Nearest.Misses));
    }

    [Fact]
    public void A_full_limit_and_one_that_nobody_defined_are_told_apart()
    {
        _farm.DefineLimit("nuke", 1);
        var spec = new RequirementSpec { Limits = ["nuke"] };
        WorkerId worker = _farm.Register(3);
        _farm.Submit(FarmHarness.Needs(FarmHarness.Step(), spec));
        _farm.MustLease(worker);
        JobId waiting = _farm.Submit(FarmHarness.Needs(FarmHarness.Step(), spec with { Limits = ["nuke", "tape"] }));

        Assert.Equal(
            [(ObstacleKind.LimitFull, "nuke", 1000L), (ObstacleKind.LimitUndefined, "tape", 1000L)],
            Explain(waiting).Obstacles.Select(obstacle => (obstacle.Kind, obstacle.Name, obstacle.Asked ?? 0)));
    }

    [Fact]
    public void Dependencies_of_steps_and_of_tasks_are_named()
    {
        StepPlan first = FarmHarness.Step(2);
        StepPlan whole = FarmHarness.Step(1, 0, 0);
        StepPlan equal = FarmHarness.Step(2) with { DependsOnEqualUnits = [0] };
        JobId job = _farm.Submit(first, whole, equal);
        WorkerId worker = _farm.Register(2);
        _farm.Complete(_farm.MustLease(worker));

        Assert.Equal(
            new Obstacle(ObstacleKind.StepUnfinished) { Step = 0, Count = 1, Of = 2 },
            Assert.Single(Explain(job, 1).Obstacles));
        Assert.Empty(Explain(job, 2).Obstacles);
        Assert.Equal(
            new Obstacle(ObstacleKind.TaskUnfinished)
            {
                Unit = new UnitRef(job, 0, 1),
                UnitState = TaskState.Pending,
            },
            Assert.Single(Explain(job, 2, 1).Obstacles));
    }

    [Fact]
    public void Busy_workers_and_who_goes_first_are_told()
    {
        WorkerId worker = _farm.Register();
        JobId first = _farm.Submit(1, FarmHarness.Step(2));
        JobId second = _farm.Submit(0, FarmHarness.Step());
        _farm.MustLease(worker);

        UnitExplanation why = Explain(second);

        Assert.Equal(new Obstacle(ObstacleKind.OthersFirst) { Count = 1 }, Assert.Single(why.Obstacles));
        Assert.Equal(WorkerObstacleKind.SlotsTaken, Assert.Single(why.Workers!.Exclusions).Miss.Kind);
        Assert.Equal(TaskState.Leased, Explain(first).State);
        Assert.NotNull(Explain(first).Lease);
    }

    [Fact]
    public void Silent_workers_and_what_sessions_hold_are_told()
    {
        var spec = new RequirementSpec { Amounts = [new AmountDemand("amount.worker.memory", 3000, null)] };
        JobId job = _farm.Submit(FarmHarness.Needs(FarmHarness.Step(3), spec));
        WorkerId worker = _farm.Register(4, ("amount.worker.memory", "4"));
        _farm.MustLease(worker);
        Assert.Equal(
            new WorkerMiss(WorkerObstacleKind.AmountTaken, "amount.worker.memory", "3", "1"),
            Assert.Single(Explain(job, 0, 1).Workers!.Nearest!.Misses));
        _farm.Advance(500);
        _farm.EndBatch();
        Assert.Equal(
            WorkerObstacleKind.Offline, Assert.Single(Explain(job, 0, 1).Workers!.Nearest!.Misses).Kind);
    }

    [Fact]
    public void A_paused_job_says_so_for_each_step_and_names_what_failed()
    {
        JobId job = _farm.Submit(FarmHarness.Step(3), FarmHarness.Step(1));
        _farm.Complete(_farm.MustLease(_farm.Register()), exitCode: 1);
        _farm.Do(farm => farm.Pause(_farm.Context, job));

        JobExplanation why = _farm.Do(farm => farm.Explain(_farm.Context, job));

        Assert.Equal(JobState.Paused, why.State);
        Assert.Equal([2, 1], why.Groups.Select(group => group.ReadyUnits));
        Assert.All(why.Groups, group => Assert.Equal(ObstacleKind.JobPaused, Assert.Single(group.Obstacles).Kind));
        Assert.Equal(new UnitRef(job, 0, 0), Assert.Single(why.Failed));
    }

    [Fact]
    public void A_job_tells_of_steps_that_wait_for_other_tasks_alone_by_the_first_such_task()
    {
        StepPlan equal = FarmHarness.Step(3) with { DependsOnEqualUnits = [0] };
        JobId job = _farm.Submit(FarmHarness.Step(3), equal);
        WorkerId worker = _farm.Register();
        _farm.Complete(_farm.MustLease(worker));
        _farm.Complete(_farm.MustLease(worker));

        JobExplanation why = ExplainJob(job);

        Assert.Equal([(0, 1L), (1, 2L)], why.Groups.Select(group => (group.Step, group.ReadyUnits)));
        _farm.Do(farm => farm.CancelUnit(_farm.Context, new UnitRef(job, 1, 1)));
        _farm.Do(farm => farm.CancelUnit(_farm.Context, new UnitRef(job, 1, 0)));
        GroupExplanation waiting = ExplainJob(job).Groups[1];
        Assert.Equal((1, 0), (waiting.Step, waiting.ReadyUnits));
        Assert.Equal(TaskUnfinished(job, 0, 2), Assert.Single(waiting.Obstacles));
    }

    [Fact]
    public void A_job_tells_of_tasks_that_wait_for_other_tasks_alone_for_each_group_of_them()
    {
        RequirementSpec nuke = new() { Labels = [new LabelDemand("app", "nuke")] };
        JobId job = _farm.Submit(FarmHarness.Step(4) with
        {
            Classes = [RequirementSpec.None, nuke],
            UnitClasses = [0, 0, 1, 1],
            UnitDependencies = [[], [0], [1], [1]],
        });
        _farm.MustLease(_farm.Register());

        JobExplanation why = ExplainJob(job);

        Assert.Equal(2, why.Groups.Count);
        Assert.Equal(TaskUnfinished(job, 0, 0, TaskState.Leased), Assert.Single(why.Groups[0].Obstacles));
        Assert.Equal(TaskUnfinished(job, 0, 1), Assert.Single(why.Groups[1].Obstacles));
    }

    [Fact]
    public void Of_a_step_of_millions_that_waits_task_by_task_the_first_waiting_task_is_found()
    {
        StepPlan equal = FarmHarness.Step(2_000_000) with { DependsOnEqualUnits = [0] };
        JobId job = _farm.Submit(FarmHarness.Step(2_000_000), equal);

        Assert.Equal(TaskUnfinished(job, 0, 0), Assert.Single(ExplainJob(job).Groups[1].Obstacles));
    }

    [Fact]
    public void What_a_worker_was_before_it_registered_anew_is_not_considered()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        for (int restart = 0; restart < 3; restart++)
        {
            _farm.RegisterNamed("node");
            _farm.Advance(200);
            _farm.EndBatch();
        }

        WorkersConsidered workers = Explain(job).Workers!; // It waits.
        Assert.Equal((1, 0), (workers.Considered, workers.Able));
        Assert.Equal(1, Assert.Single(workers.Exclusions).Workers);
        _farm.RegisterNamed("other");
        workers = Explain(job).Workers!; // As above.
        Assert.Equal((2, 1), (workers.Considered, workers.Able));
    }

    [Fact]
    public void Explaining_changes_nothing_and_unknown_ids_are_refused()
    {
        JobId job = _farm.Submit(FarmHarness.Step());
        Explain(job);
        Assert.Empty(_farm.Events);
        Assert.Equal(
            FarmErrorKind.NotFound,
            _farm.Refused(farm => farm.Explain(_farm.Context, new UnitRef(job, 0, 7))));
        Assert.Equal(FarmErrorKind.NotFound, _farm.Refused(farm => farm.Explain(_farm.Context, new JobId(99))));
    }

    private static Obstacle TaskUnfinished(JobId job, int step, long unit, TaskState state = TaskState.Pending) =>
        new(ObstacleKind.TaskUnfinished) { Unit = new UnitRef(job, step, unit), UnitState = state };

    private JobExplanation ExplainJob(JobId job) => _farm.Do(farm => farm.Explain(_farm.Context, job));

    private UnitExplanation Explain(JobId job, int step = 0, long unit = 0) =>
        _farm.Do(farm => farm.Explain(_farm.Context, new UnitRef(job, step, unit)));
}
