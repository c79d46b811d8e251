using System.Text.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Controller.Documents;
using Renderacre.Controller.Http;
using Renderacre.Controller.Submission;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;

namespace Renderacre.Controller.Tests.Submission;

public sealed class OpenJdPlanTests
{
    internal const string Frames = """
        specificationVersion: jobtemplate-2023-09
        name: Frames
        parameterDefinitions:
        - {name: Message, type: STRING, default: hi}
        - {name: Count, type: INT, default: 2}
        - {name: OutputDir, type: PATH, default: out}
        steps:
        - name: Frame
          hostRequirements:
            amounts: [{name: amount.worker.vcpu, min: 2}]
          parameterSpace:
            taskParameterDefinitions:
            - {name: Frame, type: INT, range: "1-{{Param.Count}}"}
            - {name: Camera, type: STRING, range: [left, right]}
          script:
            actions:
              onRun: {command: echo, args: ["{{Param.Message}} {{Task.Param.Frame}}"]}
        - name: After
          dependencies: [{dependsOn: Frame}]
          script:
            actions: {onRun: {command: echo}}
        """;

    private const string AllTypes = """
        specificationVersion: jobtemplate-2023-09
        extensions: [EXPR]
        name: All
        parameterDefinitions:
        - {name: B, type: BOOL}
        - {name: R, type: RANGE_EXPR}
        - {name: L, type: "LIST[INT]"}
        - {name: LL, type: "LIST[LIST[INT]]"}
        - {name: LS, type: "LIST[STRING]"}
        steps:
        - name: S
          parameterSpace: {taskParameterDefinitions: [{name: N, type: INT, range: 1-2}]}
          script: {actions: {onRun: {command: run}}}
        """;

    private const string Chunked = """
        specificationVersion: jobtemplate-2023-09
        extensions: [TASK_CHUNKING]
        name: Chunked
        steps:
        - name: Frame
          parameterSpace:
            taskParameterDefinitions:
            - name: Frame
              type: CHUNK[INT]
              range: 1-7
              chunks: {defaultTaskCount: 3, rangeConstraint: CONTIGUOUS}
          script: {actions: {onRun: {command: run}}}
        """;

    private const string Adaptive = """
        specificationVersion: jobtemplate-2023-09
        extensions: [TASK_CHUNKING]
        name: Adaptive
        steps:
        - name: Frame
          parameterSpace:
            taskParameterDefinitions:
            - name: Frame
              type: CHUNK[INT]
              range: 1-4,6,8
              chunks: {defaultTaskCount: 3, targetRuntimeSeconds: 60, rangeConstraint: CONTIGUOUS}
            - {name: Camera, type: STRING, range: [left, right]}
          script: {actions: {onRun: {command: run}}}
        """;

    private static readonly UnitRef Second = new(new JobId(1), 0, 1);

    [Fact]
    public void Each_step_becomes_one_of_the_plan_with_its_dependencies_by_place()
    {
        JobPlan plan = JobPreparation.Prepare(Submit(Frames)).Plan;
        Assert.Equal(["Frame", "After"], plan.Steps.Select(step => step.Name));
        Assert.Equal([4, 1], plan.Steps.Select(step => step.UnitCount));
        Assert.Equal([0], plan.Steps[1].DependsOnSteps);
        Assert.Equal(2000, plan.Steps[0].Classes[0].Amounts[0].Min);
    }

    [Fact]
    public void A_task_is_named_by_its_parameters_sorted_and_its_index()
    {
        JobWork work = JobPreparation.Prepare(Submit(Frames)).Work;
        Assert.Equal("Frame[Camera=right,Frame=1]#1", work.TaskName(Second));
        Assert.Equal("After", work.TaskName(new UnitRef(new JobId(1), 1, 0)));
    }

    [Fact]
    public void A_stored_document_gives_the_same_work()
    {
        PreparedJob prepared = JobPreparation.Prepare(Submit(Frames));
        JobWork read = JobWork.From(DocumentJson.Read(prepared.Document));
        Assert.Equal(prepared.Work.TaskName(Second), read.TaskName(Second));
        Assert.Equal(["/shows/out"], read.ArtifactPaths(Second));
        Assert.Equal(1, read.OpenJdTask(Second, 1)!.TaskParameters["Frame"].Value.GetInt32());
        Assert.Equal("right", read.OpenJdTask(Second, 1)!.TaskParameters["Camera"].Value.GetString());
        Assert.Equal(4, read.Dependencies(new UnitRef(new JobId(1), 1, 0), 1000).Total);
        Assert.Contains("\"Frame\"", read.SessionWork(0)!.JobDocument, StringComparison.Ordinal);
        Assert.DoesNotContain("\"After\"", read.SessionWork(0)!.JobDocument, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_million_tasks_have_the_document_of_two()
    {
        PreparedJob large = JobPreparation.Prepare(Submit(Frames, ("Count", "5000000")));
        Assert.Equal(10_000_000, large.Plan.Steps[0].UnitCount);
        var last = new UnitRef(new JobId(1), 0, 9_999_999);
        Assert.Equal("Frame[Camera=right,Frame=5000000]#9999999", large.Work.TaskName(last));
        int small = JobPreparation.Prepare(Submit(Frames)).Document.Length;
        Assert.InRange(large.Document.Length, small, small + 100);
    }

    [Fact]
    public void Parameters_of_all_types_reach_the_job_and_show_on_the_wire_as_what_they_are()
    {
        JobWork work = JobPreparation.Prepare(Submit(
            AllTypes,
            ("B", "true"),
            ("R", "\"1-3,4\""),
            ("L", "[1, 2]"),
            ("LL", "[[1], []]"),
            ("LS", "[\"a\"]"))).Work;
        IReadOnlyDictionary<string, OpenJdParameter> shown = work.OpenJdTask(Second, 1)!.JobParameters;
        Assert.Equal(
            [
                "BOOL true", "RANGE_EXPR \"1-4\"", "LIST[INT] [1, 2]", "LIST[LIST[INT]] [[1], []]",
                "LIST[STRING] [\"a\"]",
            ],
            shown.Values.Select(value => $"{value.ParamType} {value.Value.GetRawText()}"));
    }

    [Fact]
    public void A_chunk_is_a_task()
    {
        PreparedJob job = JobPreparation.Prepare(Submit(Chunked));
        Assert.Equal(3, job.Plan.Steps[0].UnitCount);
        Assert.Equal("Frame[Frame=4-5]#1", job.Work.TaskName(Second));
        Assert.Equal(
            new Renderacre.Contracts.Sync.TaskParameter("Frame", "CHUNK[INT]", "4-5"),
            Assert.Single(job.Work.TaskParameters(Second, 1)!));
    }

    [Fact]
    public void A_value_of_adaptive_chunks_is_a_task_and_a_lease_of_several_bears_a_chunk_of_them()
    {
        PreparedJob job = JobPreparation.Prepare(Submit(Adaptive));
        StepPlan step = job.Plan.Steps[0];
        Assert.Equal(12, step.UnitCount);
        Assert.Equal((3, 60), (step.Chunks!.DefaultCount, step.Chunks.TargetSeconds));
        Assert.Equal([new ChunkRuns(0, 4, 1), new ChunkRuns(4, 1, 1), new ChunkRuns(5, 1, 1)], step.Chunks.Runs);
        Assert.Equal("Frame[Camera=left,Frame=1-3]#0", job.Work.TaskName(Second with { Unit = 0 }, 3));
        Assert.Equal("Frame[Camera=right,Frame=2-2]#7", job.Work.TaskName(Second with { Unit = 7 }));
        Assert.Equal("2-4", Assert.Single(
            job.Work.TaskParameters(Second, 3)!, parameter => parameter.Name == "Frame").Value);
        Assert.Equal("2-4", job.Work.OpenJdTask(Second, 3)!.TaskParameters["Frame"].Value.GetString());
    }

    [Fact]
    public void A_job_of_the_first_documents_keeps_chunks_of_the_default_size()
    {
        PreparedJob job = JobPreparation.Prepare(Submit(Adaptive));
        JobDocument old = DocumentJson.Read(job.Document) with { Version = 1 };
        JobWork read = JobWork.From(DocumentJson.Read(DocumentJson.Write(old)));
        Assert.Equal("Frame[Camera=left,Frame=4-4]#1", read.TaskName(Second));
    }

    [Fact]
    public void Environment_templates_stand_around_the_jobs_environments_and_bring_parameters()
    {
        const string environment = """
            specificationVersion: environment-2023-09
            parameterDefinitions: [{name: Shade, type: STRING, default: blue}]
            environment: {name: Outer, variables: {SHADE: "{{Param.Shade}}"}}
            """;
        JobSubmit submit = Submit(Frames, ("Shade", "\"red\""));
        JobWork work = JobPreparation.Prepare(
            submit with { Openjd = submit.Openjd! with { EnvironmentTemplates = [environment] } }).Work;
        Assert.Contains("Outer", work.SessionWork(0)!.JobDocument, StringComparison.Ordinal);
        Assert.Equal("red", work.OpenJdTask(Second, 1)!.JobParameters["Shade"].Value.GetString());
    }

    [Fact]
    public void A_template_may_only_ask_for_the_extensions_that_the_submission_allows()
    {
        JobSubmit submit = Submit(Chunked);
        Assert.Throws<RefusedException>(() => JobPreparation.Prepare(
            submit with { Openjd = submit.Openjd! with { SupportedExtensions = ["EXPR"] } }));
    }

    [Fact]
    public void A_broken_template_is_refused_with_its_line()
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => JobPreparation.Prepare(Submit("steps: [")));
        Assert.Contains("openjd: line 2, column 1", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nope", "1", "Nope")]
    [InlineData("Count", "\"many\"", "Count")]
    [InlineData("Message", "{\"a\": 1}", "openjd.parameters.Message: a scalar, or a list")]
    public void A_wrong_parameter_is_named(string name, string json, string message)
    {
        RefusedException refused =
            Assert.Throws<RefusedException>(() => JobPreparation.Prepare(Submit(Frames, (name, json))));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static JobSubmit Submit(string template, params (string Name, string Json)[] parameters) => new()
    {
        Name = "frames",
        Openjd = new OpenJdSubmit
        {
            TemplateYaml = template,
            TemplateDir = "/shows",
            Parameters = parameters.ToDictionary(entry => entry.Name, entry => JsonElement.Parse(entry.Json)),
        },
    };
}
