using System.Text;
using System.Text.Json;
using OpenJd.Model.Creation;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.Serialization;

namespace OpenJd.Model.Tests.Serialization;

public sealed class JobJsonTests
{
    private const string Template = """
        specificationVersion: jobtemplate-2023-09
        name: Frames
        jobEnvironments: [{name: E, variables: {A: b}}]
        steps:
          - name: Render
            hostRequirements: {amounts: [{name: amount.worker.vcpu, min: 0.5}]}
            parameterSpace: {taskParameterDefinitions: [{name: F, type: INT, range: 1-9}]}
            script: {actions: {onRun: {command: run, timeout: 5, cancelation: {mode: NOTIFY_THEN_TERMINATE}}}}
        """;

    private const string Everything = """
        specificationVersion: jobtemplate-2023-09
        extensions: [EXPR, FEATURE_BUNDLE_1, TASK_CHUNKING, REDACTED_ENV_VARS, WRAP_ACTIONS]
        name: All of it
        parameterDefinitions:
        - {name: B, type: BOOL, default: true}
        - {name: R, type: RANGE_EXPR, default: "1-3,7"}
        - {name: L, type: "LIST[LIST[INT]]", default: [[1], []]}
        - {name: P, type: "LIST[PATH]", default: [a, "s3://b/c"]}
        steps:
        - name: S
          let:
          - "i = 1"
          - "f = 1.50"
          - "s = 'x'"
          - "p = path('/a')"
          - "b = true"
          - "n = null"
          - "r = Param.R"
          - "l = Param.L"
          - "e = []"
          hostRequirements: {attributes: [{name: attr.x, anyOf: [y]}]}
          stepEnvironments:
          - {name: In, script: {let: ["d = Session.WorkingDirectory"], actions: {onEnter: {command: "{{d}}"}}}}
          parameterSpace:
            taskParameterDefinitions:
            - name: C
              type: CHUNK[INT]
              range: "{{Param.R}}"
              chunks: {defaultTaskCount: 2, targetRuntimeSeconds: 60, rangeConstraint: NONCONTIGUOUS}
          script:
            let: ["t = Task.Param.C"]
            actions: {onRun: {command: run, args: ["{{t}}"]}}
            embeddedFiles: [{name: F, type: TEXT, data: "x", endOfLine: CRLF, runnable: true}]
        """;

    private const string Wrapping = """
        specificationVersion: environment-2023-09
        extensions: [EXPR, FEATURE_BUNDLE_1, WRAP_ACTIONS]
        environment:
          name: Wrap
          script:
            actions:
              onWrapEnvEnter: {command: wrap, timeout: "{{WrappedAction.Timeout}}"}
              onWrapTaskRun: {command: wrap, cancelation: {mode: "{{WrappedAction.Cancelation.Mode}}"}}
              onWrapEnvExit: {command: wrap}
        """;

    [Fact]
    public void A_job_survives_writing_and_reading()
    {
        var job = Job();
        Assert.Equivalent(job, JobJson.Read(JobJson.Write(job)), strict: true);
    }

    [Fact]
    public void Everything_that_extensions_add_survives_writing_and_reading()
    {
        var job = Create(Everything, Wrapping);
        var written = JobJson.Write(job);
        var read = JobJson.Read(written);
        Assert.Equivalent(job, read, strict: true);
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(JobJson.Write(read)));
        Assert.Equal(
            job.Steps[0].Let.Select(one => (one.Name, one.Value.Type, one.Value.Text)),
            read.Steps[0].Let.Select(one => (one.Name, one.Value.Type, one.Value.Text)));
    }

    [Fact]
    public void A_document_of_the_first_version_is_still_read()
    {
        var written = Encoding.UTF8.GetString(JobJson.Write(Job()));
        var first = written.Replace("\"version\":2", "\"version\":1", StringComparison.Ordinal);
        Assert.NotEqual(written, first);
        Assert.Equivalent(Job(), JobJson.Read(Encoding.UTF8.GetBytes(first)), strict: true);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("""{"type":"int"}""")]
    [InlineData("""{"type":"int","value":"x"}""")]
    [InlineData("""{"type":"int","value":5}""")]
    [InlineData("""{"type":"bool","value":"yes"}""")]
    [InlineData("""{"type":"list[int]","value":["1","x"]}""")]
    [InlineData("""{"type":"list[int]","value":"1"}""")]
    [InlineData("""{"type":"range_expr","value":"1-"}""")]
    [InlineData("""{"type":"any","value":"1"}""")]
    [InlineData("""{"type":"no type","value":"1"}""")]
    public void A_value_that_is_none_is_refused(string value)
    {
        var document = $$$"""
            {"version":2,"job":{"name":"J","steps":[{"name":"S","script":{"onRun":{"command":"c"}},
            "let":[{"name":"a","value":{{{value}}}}]}]}}
            """;
        Assert.Throws<JsonException>(() => JobJson.Read(Encoding.UTF8.GetBytes(document)));
    }

    [Fact]
    public void Another_version_is_refused()
    {
        var document = Encoding.UTF8.GetBytes("""{"version":3,"job":5}""");
        var error = Assert.Throws<JsonException>(() => JobJson.Read(document));
        Assert.Equal("The job document has version 3; 1 to 2 are known here.", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("5")]
    [InlineData("not json")]
    [InlineData("""{"version":"1"}""")]
    [InlineData("""{"version":null,"job":null}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":1,"job":null}""")]
    [InlineData("""{"version":1,"job":[]}""")]
    [InlineData("""{"version":1,"job":{}}""")]
    [InlineData("""{"version":1,"job":{"name":null,"steps":[]}}""")]
    [InlineData("""{"version":1,"job":{"name":"J","steps":[{}]}}""")]
    public void What_is_no_job_document_is_refused(string document) =>
        Assert.Throws<JsonException>(() => JobJson.Read(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void A_document_cut_off_anywhere_is_refused()
    {
        var document = JobJson.Write(Job());
        for (var length = 0; length < document.Length; length++)
        {
            var part = document[..length];
            Assert.Throws<JsonException>(() => JobJson.Read(part));
        }
    }

    [Fact]
    public void Writing_is_the_same_each_time() => Assert.Equal(JobJson.Write(Job()), JobJson.Write(Job()));

    private static Job Job() => Create(Template);

    private static Job Create(string template, params string[] environments)
    {
        var job = new JobSubmission
        {
            Template = template,
            EnvironmentTemplates = environments,
            Paths = new PathContext("/t", "/w"),
        }.CreateJob();
        Assert.True(job.IsValid, string.Join('\n', job.Errors));
        return job.Value;
    }
}
