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

    [Fact]
    public void A_job_survives_writing_and_reading()
    {
        var job = Job();
        Assert.Equivalent(job, JobJson.Read(JobJson.Write(job)), strict: true);
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

    private static Job Job() =>
        new JobSubmission { Template = Template, Paths = new PathContext("/t", "/w") }.CreateJob().Value!;
}
