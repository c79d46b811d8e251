using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.Tests.Support;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Tests.Parameters;

/// <summary>A parameter that several templates define. Source: template schemas §1.2.1.</summary>
public sealed class MergedParameterTests
{
    [Fact]
    public void The_last_default_counts_and_the_job_templates_parameters_come_first()
    {
        var job = Create(
            "{name: A, type: INT, default: 1}", "{name: Z, type: INT, default: 5}", "{name: A, type: INT, default: 2}");
        Assert.Empty(job.Errors);
        Assert.Equal(
            [new JobParameter("A", JobParameterType.Int, "1"), new JobParameter("Z", JobParameterType.Int, "5")],
            job.Value!.Parameters);
    }

    [Fact]
    public void Environments_are_entered_in_the_order_given()
    {
        var job = Create(
            "{name: A, type: INT, default: 1}", "{name: B, type: INT, default: 1}", "{name: A, type: INT}");
        Assert.Equal(["Outer0", "Outer1"], job.Value!.Environments.Select(environment => environment.Name));
    }

    [Theory]
    [InlineData(
        "{name: A, type: INT}",
        "{name: A, type: FLOAT}",
        "The parameter 'A' is defined twice, as FLOAT and as INT.")]
    [InlineData(
        "{name: A, type: PATH, objectType: FILE}",
        "{name: A, type: PATH, objectType: DIRECTORY}",
        "The parameter 'A' is defined twice, with objectType DIRECTORY and FILE.")]
    [InlineData(
        "{name: A, type: INT, minValue: 5}",
        "{name: A, type: INT, maxValue: 4}",
        "Merged definitions of 'A': minValue 5 is above maxValue 4.")]
    [InlineData(
        "{name: A, type: STRING, allowedValues: [a, b]}",
        "{name: A, type: STRING, allowedValues: [c]}",
        "Merged definitions of 'A': no allowed value is left.")]
    [InlineData(
        "{name: A, type: INT, default: 1}",
        "{name: A, type: INT, minValue: 2}",
        "The value 1 is below minValue 2.")]
    public void Definitions_that_contradict_each_other_are_refused(string own, string outer, string error)
    {
        var job = Create(own, outer);
        Assert.Contains(error, job.Errors.Select(one => one.Message));
    }

    [Fact]
    public void The_narrowest_constraints_count()
    {
        const string Own = "{name: A, type: INT, minValue: 0, maxValue: 5}";
        const string Outer = "{name: A, type: INT, minValue: 2, maxValue: 9}";
        Assert.Empty(Create(Own, Outer, value: "2").Errors);
        Assert.Empty(Create(Own, Outer, value: "5").Errors);
        Assert.Equal(
            ["The value 1 is below minValue 2."], Create(Own, Outer, value: "1").Errors.Select(one => one.Message));
        Assert.Equal(
            ["The value 6 is above maxValue 5."], Create(Own, Outer, value: "6").Errors.Select(one => one.Message));
    }

    [Fact]
    public void Faults_of_environment_templates_name_the_template()
    {
        var job = Create("{name: A, type: INT, default: 1}", "{name: B, type: INT, default: x}");
        Assert.Equal(
            ["line 3, column 33: environmentTemplates[0] -> parameterDefinitions[0] -> default: "
                + "The value 'x' is not a whole number of 64 bits."],
            job.Errors.Select(error => error.ToString()));
    }

    private static Validated<Job> Create(string own, string outer, string? second = null, string? value = null)
    {
        string?[] outers = [outer, second];
        return new JobSubmission
        {
            Template = TemplateText.WithParameter(own),
            EnvironmentTemplates = [.. outers.OfType<string>().Select(EnvironmentTemplate)],
            Parameters = value is null
                ? []
                : new Dictionary<string, DocumentNode> { ["A"] = ScalarNode.FromText(value) },
            Paths = new PathContext("/t", "/w"),
        }.CreateJob();
    }

    private static string EnvironmentTemplate(string definition, int index) => $$$"""
        specificationVersion: environment-2023-09
        parameterDefinitions:
        - {{{definition}}}
        environment: {name: Outer{{{index}}}, variables: {A: x}}
        """;
}
