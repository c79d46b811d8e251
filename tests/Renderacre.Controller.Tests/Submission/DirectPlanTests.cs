using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Http;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;

namespace Renderacre.Controller.Tests.Submission;

public sealed class DirectPlanTests
{
    [Fact]
    public void Tasks_become_units_of_one_step_with_their_dependencies_by_place()
    {
        StepPlan step = Prepare(Task("a"), Task("b") with { Dependencies = ["a", "a"] }).Steps[0];
        Assert.Equal(2, step.UnitCount);
        Assert.Equal([[], [0]], step.UnitDependencies!.Select(list => list.ToArray()));
        Assert.Null(step.UnitClasses);
        Assert.Null(step.UnitMaxRetries);
    }

    [Fact]
    public void Tasks_with_equal_requirements_share_a_class()
    {
        var requirements = new Requirements { Labels = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" } };
        var same = new Requirements { Labels = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" } };
        StepPlan step = Prepare(
            Task("x") with { Requirements = requirements }, Task("y"), Task("z") with { Requirements = same }).Steps[0];
        Assert.Equal([0, 1, 0], step.UnitClasses);
        Assert.Equal([new LabelDemand("a", "1"), new LabelDemand("b", "2")], step.Classes[0].Labels);
    }

    [Fact]
    public void Amounts_are_scaled_to_thousandths()
    {
        var requirements = new Requirements { Amounts = [new AmountRequirement("amount.worker.vcpu", 1.5, null)] };
        StepPlan step = Prepare(Task("x") with { Requirements = requirements }).Steps[0];
        Assert.Equal([new AmountDemand("amount.worker.vcpu", 1500, null)], step.Classes[0].Amounts);
    }

    [Fact]
    public void A_tasks_retries_beat_the_jobs() =>
        Assert.Equal([5, 0], JobPreparation.Prepare(
            Submit(Task("a"), Task("b") with { MaxRetries = 0 }) with { MaxRetries = 5 }).Plan.Steps[0].UnitMaxRetries);

    [Fact]
    public void All_that_is_wrong_is_told_at_once_with_its_field()
    {
        RefusedException refused = Refused(new JobSubmit
        {
            Name = " ",
            MaxRetries = -1,
            Tasks =
            [
                new TaskSubmit { Name = "", Command = new CommandSpec { Executable = "" }, MaxRetries = -2 },
                null!,
                Task("c") with { Dependencies = [null!], Limits = [""], ArtifactPaths = [""] },
            ],
        });
        Assert.Equal(
        [
            "name: is blank; give a name",
            "max_retries: is -1; 0 or more is wanted",
            "tasks[0].name: is blank; give a name",
            "tasks[0].command.executable: is blank; give a program",
            "tasks[0].max_retries: is -2; 0 or more is wanted",
            "tasks[1]: is null; give a task",
            "tasks[2].dependencies[0]: is null; give a text",
            "tasks[2].limits[0]: is blank; give a name",
            "tasks[2].artifact_paths[0]: is blank; give a name",
        ], refused.Errors);
        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public void Duplicate_names_and_unknown_dependencies_are_named()
    {
        RefusedException refused = Refused(Submit(Task("a"), Task("a"), Task("b") with { Dependencies = ["z"] }));
        Assert.Equal(
        [
            "tasks[1].name: duplicate task name 'a', tasks[0] has it already",
            "tasks[2].dependencies: task 'b' depends on unknown task 'z'",
        ], refused.Errors);
    }

    [Fact]
    public void A_circle_is_told_by_its_tasks()
    {
        RefusedException refused = Refused(Submit(
            Task("a") with { Dependencies = ["b"] }, Task("b") with { Dependencies = ["a"] }));
        Assert.Equal("invalid submission: tasks: depend on each other in a circle: 'a' → 'b' → 'a'", refused.Message);
    }

    [Fact]
    public void Neither_tasks_nor_a_template_is_refused() => Assert.Equal(
        "invalid submission: a job needs direct tasks (tasks) or an OpenJD template (openjd); neither is given",
        Refused(new JobSubmit { Name = "x", Tasks = [] }).Message);

    [Fact]
    public void Faults_beyond_a_hundred_are_counted()
    {
        TaskSubmit[] tasks = [.. Enumerable.Range(0, 150).Select(_ => Task(""))];
        RefusedException refused = Refused(Submit(tasks));
        Assert.Equal(101, refused.Errors!.Count);
        Assert.Equal("and 50 more", refused.Errors[^1]);
    }

    internal static TaskSubmit Task(string name) =>
        new() { Name = name, Command = new CommandSpec { Executable = "true" } };

    internal static JobSubmit Submit(params TaskSubmit[] tasks) => new() { Name = "job", Tasks = tasks };

    private static JobPlan Prepare(params TaskSubmit[] tasks) => JobPreparation.Prepare(Submit(tasks)).Plan;

    private static RefusedException Refused(JobSubmit submit) =>
        Assert.Throws<RefusedException>(() => JobPreparation.Prepare(submit));
}
