using System.Text;
using System.Text.Json;
using OpenJd.Model.Creation;
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

    [Fact]
    public void A_job_survives_writing_and_reading()
    {
        var job = new JobSubmission { Template = Template, Paths = new PathContext("/t", "/w") }.CreateJob().Value;
        Assert.NotNull(job);
        Assert.Equivalent(job, JobJson.Read(JobJson.Write(job)), strict: true);
    }

    [Fact]
    public void Another_version_is_refused()
    {
        var document = Encoding.UTF8.GetBytes("""{"version":2,"job":5}""");
        var error = Assert.Throws<JsonException>(() => JobJson.Read(document));
        Assert.Equal("The job document has version 2; 1 is the one known here.", error.Message);
    }
}
