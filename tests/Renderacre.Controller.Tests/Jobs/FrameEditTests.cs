using System.Net;
using System.Text.Json;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Jobs;

/// <summary>Other frames for jobs that are there.</summary>
public sealed class FrameEditTests
{
    private const string Shot = """
        specificationVersion: jobtemplate-2023-09
        extensions: [TASK_CHUNKING]
        name: Shot
        parameterDefinitions:
        - {name: Frames, type: STRING, default: 1-4}
        - {name: Size, type: INT, default: 2}
        steps:
        - name: Render
          parameterSpace:
            taskParameterDefinitions:
            - {name: Layer, type: STRING, range: [bg, fg]}
            - {name: Frame, type: INT, range: "{{Param.Frames}}"}
          script:
            actions: {onRun: {command: echo, args: ["{{Task.Param.Frame}}"]}}
        - name: Comp
          dependencies: [{dependsOn: Render}]
          parameterSpace:
            taskParameterDefinitions:
            - {name: Frame, type: INT, range: "{{Param.Frames}}"}
          script:
            actions: {onRun: {command: echo, args: ["{{Task.Param.Frame}}"]}}
        - name: Movie
          parameterSpace:
            taskParameterDefinitions:
            - name: Frame
              type: CHUNK[INT]
              range: 1-10
              chunks: {defaultTaskCount: "{{Param.Size}}", rangeConstraint: CONTIGUOUS}
          script:
            actions: {onRun: {command: echo, args: ["{{Task.Param.Frame}}"]}}
        """;

    private const string Simple = """
        specificationVersion: jobtemplate-2023-09
        name: Simple
        parameterDefinitions:
        - {name: Frames, type: STRING, default: 1-4}
        steps:
        - name: Render
          parameterSpace:
            taskParameterDefinitions:
            - {name: Frame, type: INT, range: "{{Param.Frames}}"}
          script:
            actions: {onRun: {command: echo, args: ["{{Task.Param.Frame}}"]}}
        """;

    [Fact]
    public async Task Finished_frames_stay_finished_and_new_ones_are_given_out_also_after_a_restart()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await SubmitAsync(controller, Simple);
        WorkerInfo worker = await controller.RegisterAsync("hand", 8);
        for (int frame = 1; frame <= 4; frame++)
            await CompleteAsync(controller, worker, $"{frame}");
        Assert.Equal(JobState.Succeeded, (await controller.JobAsync(job.Id)).State);
        Job edited = await EditAsync(controller, job, Frames("0-6,10"));
        Assert.Equal((8L, 4L, 4L), (edited.TasksTotal, edited.TaskCounts.Succeeded, edited.TaskCounts.Pending));
        await controller.StopAsync();
        await controller.StartAgainAsync();
        foreach (string frame in (string[])["0", "5", "6", "10"])
            await CompleteAsync(controller, worker, frame);
        Job ended = await controller.JobAsync(job.Id);
        Assert.Equal(JobState.Succeeded, ended.State);
        Assert.Equal(
            ["Render[Frame=1]#0", "Render[Frame=2]#1", "Render[Frame=3]#2", "Render[Frame=4]#3", "Render[Frame=0]#4",
                "Render[Frame=5]#5", "Render[Frame=6]#6", "Render[Frame=10]#7"],
            ended.Tasks.Select(task => task.Name));
        Assert.All(ended.Tasks, task => Assert.Single(task.AttemptRecords));
    }

    [Fact]
    public async Task Removed_frames_are_in_no_list_and_their_attempts_stay_readable()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await SubmitAsync(controller, Simple);
        WorkerInfo worker = await controller.RegisterAsync("hand", 8);
        await CompleteAsync(controller, worker, "1");
        TaskLease running = (await controller.LeaseAsync(worker))!;
        Job edited = await EditAsync(controller, job, Frames("3-4"));
        Assert.Equal(["3", "4"], edited.Tasks.Select(Frame));
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Assert.Equal(["3", "4"], (await controller.JobAsync(job.Id)).Tasks.Select(Frame));
        TaskInfo first = await controller.TaskAsync(job.Tasks[0].Id);
        Assert.Equal((TaskState.Succeeded, true), (first.State, first.Removed));
        Assert.Equal("1", Frame(first));
        Assert.Equal(AttemptState.Succeeded, Assert.Single(first.AttemptRecords).State);
        TaskInfo second = await controller.TaskAsync(running.Task.Id);
        Assert.Equal((TaskState.Cancelled, true, "2"), (second.State, second.Removed, Frame(second)));
        TaskExplanation explained = await controller.GetAsync(
            $"/v1/tasks/{second.Id}/explain", WireJson.Default.TaskExplanation);
        Assert.StartsWith("an edit has taken it out of its job", explained.Summary, StringComparison.Ordinal);
        string error = (await TestController.ErrorAsync(
            await controller.PostTextAsync($"/v1/tasks/{first.Id}/requeue", "{}"), HttpStatusCode.Conflict)).Error;
        Assert.Contains("edit the job's frames to have it again", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frames_that_come_back_are_the_tasks_that_they_were()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await SubmitAsync(controller, Simple);
        WorkerInfo worker = await controller.RegisterAsync("hand", 8);
        await CompleteAsync(controller, worker, "1");
        await EditAsync(controller, job, Frames("3-4"));
        Job edited = await EditAsync(controller, job, Frames("1-4"));
        Assert.Equal(job.Tasks.Select(task => task.Id), edited.Tasks.Select(task => task.Id));
        Assert.Equal((1L, 3L), (edited.TaskCounts.Succeeded, edited.TaskCounts.Pending));
        Assert.All(edited.Tasks, task => Assert.False(task.Removed));
    }

    [Fact]
    public async Task A_job_parameter_that_a_range_is_made_of_changes_all_steps_that_use_it()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await SubmitAsync(controller, Shot);
        WorkerInfo worker = await controller.RegisterAsync("hand", 20);
        Assert.Equal("1", Frame((await controller.LeaseAsync(worker))!.Task));
        Job edited = await EditAsync(controller, job, Parameter("Frames", "\"1-6\""));
        Assert.Equal(12 + 6 + 5, edited.TasksTotal);
        Assert.Equal(1, edited.TaskCounts.Leased);
        TaskInfo second = (await controller.LeaseAsync(worker))!.Task;
        Assert.Equal(("2", "bg"), (Frame(second), second.Openjd!.TaskParameters["Layer"].Value.ToString()));
        edited = await EditAsync(controller, job, Parameter("Frames", "\"1-4\""));
        Assert.Equal(8 + 4 + 5, edited.TasksTotal);
    }

    [Fact]
    public async Task Chunks_of_the_same_values_stay_and_those_that_are_cut_otherwise_are_new()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await SubmitAsync(controller, Shot);
        Job edited = await EditAsync(controller, job, Ranges("Movie", "Frame", "\"1-11\""));
        Assert.Equal(["1-2", "3-4", "5-6", "7-8", "9-10", "11-11"], Movie(edited));
        Guid[] before = [.. Tasks(edited).Select(task => task.Id)];
        edited = await EditAsync(controller, job, Parameter("Size", "4"));
        Assert.Equal(["1-4", "5-8", "9-11"], Movie(edited));
        Assert.Empty(before.Intersect(Tasks(edited).Select(task => task.Id)));
        edited = await EditAsync(controller, job, new JobEdit
        {
            Steps = new Dictionary<string, StepEdit> { ["Movie"] = new() { DefaultTaskCount = 2 } },
        });
        Assert.Equal(before, Tasks(edited).Select(task => task.Id));
    }

    [Fact]
    public async Task Chunks_that_the_farm_cuts_go_on_over_new_frames()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await SubmitAsync(controller, """
            specificationVersion: jobtemplate-2023-09
            extensions: [TASK_CHUNKING]
            name: Chunked
            steps:
            - name: Render
              parameterSpace:
                taskParameterDefinitions:
                - name: Frame
                  type: CHUNK[INT]
                  range: 1-4
                  chunks: {defaultTaskCount: 3, targetRuntimeSeconds: 60, rangeConstraint: CONTIGUOUS}
              script:
                actions: {onRun: {command: echo, args: ["{{Task.Param.Frame}}"]}}
            """);
        WorkerInfo worker = await controller.RegisterAsync("hand", 8);
        TaskLease first = (await controller.LeaseAsync(worker))!;
        Assert.Equal("1-3", Frame(first.Task));
        await EditAsync(controller, job, Frames("-1-0,1-2,4-8"));
        Assert.Equal("-1-0", Frame((await controller.LeaseAsync(worker))!.Task));
        Assert.Equal("4-4", Frame((await controller.LeaseAsync(worker))!.Task));
        Assert.Equal("5-7", Frame((await controller.LeaseAsync(worker))!.Task));
        await controller.StopAsync();
        await controller.StartAgainAsync();
        Assert.Equal("8-8", Frame((await controller.LeaseAsync(worker))!.Task));
        Assert.Equal(9, (await controller.JobAsync(job.Id)).TasksTotal);
    }

    [Fact]
    public async Task What_a_parameter_makes_of_a_range_beats_what_was_edited_before()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await SubmitAsync(controller, Simple);
        await EditAsync(controller, job, Frames("1-2"));
        Job edited = await EditAsync(controller, job, Parameter("Frames", "\"1-7\""));
        Assert.Equal(7, edited.TasksTotal);
    }

    [Fact]
    public async Task The_same_frames_again_change_nothing_and_a_copy_has_the_frames_with_numbers_of_its_own()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await SubmitAsync(controller, Simple);
        await EditAsync(controller, job, Frames("3-6"));
        Job again = await EditAsync(controller, job, Frames("3-6"));
        Assert.Equal(["Render[Frame=3]#2", "Render[Frame=4]#3", "Render[Frame=5]#4", "Render[Frame=6]#5"],
            again.Tasks.Select(task => task.Name));
        Job copy = await controller.PostAsync(
            $"{WirePath.Job(job.Id)}/clone", new JobClone(), WireJson.Default.JobClone, WireJson.Default.Job);
        Assert.Equal(["Render[Frame=3]#0", "Render[Frame=4]#1", "Render[Frame=5]#2", "Render[Frame=6]#3"],
            copy.Tasks.Select(task => task.Name));
        copy = await controller.PostAsync(
            $"{WirePath.Job(job.Id)}/clone", new JobClone { Frames = [new() { Range = "9" }] },
            WireJson.Default.JobClone, WireJson.Default.Job);
        Assert.Equal("Render[Frame=9]#0", Assert.Single(copy.Tasks).Name);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_frames_is_told_at_once()
    {
        await using TestController controller = await TestController.StartAsync();
        Job job = await SubmitAsync(controller, Shot);
        string error = await RefusedAsync(controller, job, """
            {"frames": [{"range": "1-9"}, {"step": "Rendr", "range": "1"},
                        {"step": "Comp", "parameter": "Fram", "range": "1"}, {"step": "Comp", "range": " "}]}
            """);
        Assert.Contains("frames[0].step: steps differ in their frames, so say which of them is meant: 'Render' (Frame",
            error, StringComparison.Ordinal);
        Assert.Contains("frames[1].step: there is no step 'Rendr'. Did you mean 'Render'?", error,
            StringComparison.Ordinal);
        Assert.Contains("frames[2]: step 'Comp' has no task parameter 'Fram' of whole numbers. Did you mean 'Frame'?",
            error, StringComparison.Ordinal);
        Assert.Contains("frames[3].range: is blank", error, StringComparison.Ordinal);
        error = await RefusedAsync(controller, job, """
            {"steps": {"Render": {"ranges": {"Frame": "1-x", "Layer": [], "Lyer": "a"}},
                       "Comp": {"ranges": {"Frame": [1, "2"]}, "default_task_count": 4}}}
            """);
        Assert.Contains("steps.Render.ranges.Frame: '1-x' is no range expression", error, StringComparison.Ordinal);
        Assert.Contains("steps.Render.ranges.Layer: is empty", error, StringComparison.Ordinal);
        Assert.Contains("steps.Render.ranges.Lyer: the step has no such task parameter. Did you mean 'Layer'?", error,
            StringComparison.Ordinal);
        Assert.Contains("steps.Comp.ranges.Frame: \"2\" is no whole number", error, StringComparison.Ordinal);
        Assert.Contains("steps.Comp.default_task_count: the step has no chunks", error, StringComparison.Ordinal);
        error = await RefusedAsync(controller, job, """{"frames": [{"step": "Comp", "range": "1-2000000"}]}""");
        Assert.Contains("step 'Comp' has 2000000 tasks; those of a step can be edited where they are 1000000 at most",
            error, StringComparison.Ordinal);
        Job direct = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        error = await RefusedAsync(controller, direct, """{"frames": [{"range": "1-2"}]}""");
        Assert.Contains("frames: direct tasks have no frames", error, StringComparison.Ordinal);
        Assert.Equal(17, (await controller.JobAsync(job.Id)).TasksTotal);
    }

    [Fact]
    public async Task Steps_that_wait_for_each_other_frame_by_frame_are_given_the_same_frames()
    {
        await using TestController controller = await TestController.StartAsync();
        const string twoSteps = """
            specificationVersion: jobtemplate-2023-09
            name: Two
            steps:
            - name: Render
              parameterSpace:
                taskParameterDefinitions: [{name: Frame, type: INT, range: 1-2}]
              script:
                actions: {onRun: {command: echo}}
            - name: Comp
              dependencies: [{dependsOn: Render}]
              parameterSpace:
                taskParameterDefinitions: [{name: Frame, type: INT, range: 1-2}]
              script:
                actions: {onRun: {command: echo}}
            """;
        Job job = await controller.SubmitAsync(new JobSubmit
        {
            Name = "two",
            Openjd = new OpenJdSubmit { TemplateYaml = twoSteps },
            FrameDependencies = [new FrameDependency { Step = "Comp", On = "Render" }],
        });
        string error = await RefusedAsync(controller, job, """{"frames": [{"step": "Comp", "range": "1-3"}]}""");
        Assert.Contains("Frame = 3 of step 'Comp' have no partner in step 'Render'", error, StringComparison.Ordinal);
        WorkerInfo worker = await controller.RegisterAsync("hand", 8);
        await CompleteAsync(controller, worker, "1");
        await EditAsync(controller, job, Frames("1-3"));
        TaskLease[] leases = [(await controller.LeaseAsync(worker))!, (await controller.LeaseAsync(worker))!,
            (await controller.LeaseAsync(worker))!];
        Assert.Equal(["Render 2", "Render 3", "Comp 1"],
            leases.Select(lease => $"{lease.Task.Openjd!.StepName} {Frame(lease.Task)}"));
        Assert.Null(await controller.LeaseAsync(worker));
    }

    private static async Task CompleteAsync(TestController controller, WorkerInfo worker, string frame)
    {
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        Assert.Equal(frame, Frame(lease.Task));
        await controller.CompleteAsync(lease, 0);
    }

    private static string[] Movie(Job job) => [.. Tasks(job).Select(Frame)];

    private static IEnumerable<TaskInfo> Tasks(Job job) =>
        job.Tasks.Where(task => task.Openjd!.StepName == "Movie");

    private static string Frame(TaskInfo task) => task.Openjd!.TaskParameters["Frame"].Value.ToString();

    private static JobEdit Frames(string range) => new() { Frames = [new FrameEdit { Range = range }] };

    private static JobEdit Ranges(string step, string parameter, string json) => new()
    {
        Steps = new Dictionary<string, StepEdit>
        {
            [step] = new()
            {
                Ranges = new Dictionary<string, JsonElement> { [parameter] = JsonElement.Parse(json) },
            },
        },
    };

    private static JobEdit Parameter(string name, string json) => new()
    {
        Parameters = new Dictionary<string, JsonElement> { [name] = JsonElement.Parse(json) },
    };

    private static Task<Job> SubmitAsync(TestController controller, string template) => controller.SubmitAsync(
        new JobSubmit { Name = "job", Openjd = new OpenJdSubmit { TemplateYaml = template } });

    private static async Task<string> RefusedAsync(TestController controller, Job job, string json) =>
        (await TestController.ErrorAsync(
            await controller.PostTextAsync($"{WirePath.Job(job.Id)}/edit", json), HttpStatusCode.BadRequest)).Error;

    private static Task<Job> EditAsync(TestController controller, Job job, JobEdit edit) => controller.PostAsync(
        $"{WirePath.Job(job.Id)}/edit", edit, WireJson.Default.JobEdit, WireJson.Default.Job);
}
