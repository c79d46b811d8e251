using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.Tests.Support;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Tests.Creation;

public sealed class JobCreationTests
{
    private const string Template = """
        specificationVersion: jobtemplate-2023-09
        name: 'Shot {{Param.Shot}}'
        description: All of it
        parameterDefinitions:
        - {name: Shot, type: STRING}
        - {name: Last, type: INT, default: 4}
        - {name: Scene, type: PATH, default: scenes/a.blend}
        jobEnvironments:
        - {name: Licence, variables: {SHOT: '{{Param.Shot}}'}}
        steps:
        - name: Render
          hostRequirements:
            amounts: [{name: 'amount.{{Param.Shot}}', min: 1.5, max: 4}]
            attributes: [{name: attr.worker.os.family, anyOf: [linux, Windows]}]
          parameterSpace:
            taskParameterDefinitions:
            - {name: Frame, type: INT, range: '1-{{Param.Last}}'}
            - {name: Layer, type: STRING, range: ['{{Param.Shot}}_fg', '{{RawParam.Scene}}']}
          script:
            actions:
              onRun:
                command: '{{Param.Scene}}'
                args: ['{{Task.Param.Frame}}', '{{Task.File.Run}}']
                timeout: 60.0
                cancelation: {mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: 5}
            embeddedFiles: [{name: Run, type: TEXT, data: 'echo {{Session.WorkingDirectory}}', runnable: true}]
        - name: Sheet
          dependencies: [{dependsOn: Render}]
          script: {actions: {onRun: {command: assemble}}}
        """;

    [Fact]
    public void What_is_known_at_submission_is_resolved()
    {
        var job = Create(Template, ("Shot", "sh010")).Value!;
        Assert.Equal("Shot sh010", job.Name);
        Assert.Equal("All of it", job.Description);
        Assert.Equal(["sh010", "4", "/t/scenes/a.blend"], job.Parameters.Select(parameter => parameter.Value));
        var step = job.Steps[0];
        Assert.Equal(new AmountRequirement("amount.sh010", 1.5m, 4), Assert.Single(step.HostRequirements!.Amounts));
        Assert.Equal(["linux", "Windows"], Assert.Single(step.HostRequirements.Attributes).AnyOf);
        Assert.Equal("1-4", step.ParameterSpace!.Parameters[0].RangeExpression);
        Assert.Equal(["sh010_fg", "/t/scenes/a.blend"], step.ParameterSpace.Parameters[1].Values);
        Assert.Equal(["Render"], job.Steps[1].Dependencies);
    }

    [Fact]
    public void What_only_the_host_knows_stays_as_it_was_written()
    {
        var job = Create(Template, ("Shot", "sh010")).Value!;
        Assert.Equal("{{Param.Shot}}", job.Environments[0].Variables["SHOT"]);
        var action = job.Steps[0].Script.OnRun;
        Assert.Equal("{{Param.Scene}}", action.Command);
        Assert.Equal(["{{Task.Param.Frame}}", "{{Task.File.Run}}"], action.Args);
        Assert.Equal(60, action.TimeoutSeconds);
        Assert.Equal(new CancelationMethod(CancelationMode.NotifyThenTerminate, 5), action.Cancelation);
        Assert.Equal("echo {{Session.WorkingDirectory}}", Assert.Single(job.Steps[0].Script.EmbeddedFiles).Data);
    }

    [Fact]
    public void What_resolves_to_something_not_allowed_is_all_told_at_its_place() => Assert.Equal(
        [
            "line 2, column 7: name: The job's resolved name has 1005 characters; 128 are the most.",
            "line 13, column 22: steps[0] -> hostRequirements -> amounts[0] -> name: "
                + "A capability's name has 1007 characters; 100 are the most.",
            "line 18, column 43: steps[0] -> parameterSpace -> taskParameterDefinitions[1] -> range[0]: "
                + "A value has 1025 characters; 1024 are the most.",
        ],
        Create(Template.Replace("_fg", new string('x', 25), StringComparison.Ordinal), ("Shot", new string('s', 1000)))
            .Errors.Select(error => error.ToString()));

    [Theory]
    [InlineData("", "The job's resolved name cannot be empty.")]
    [InlineData("a\nb", "The job's resolved name cannot hold the control character U+000A.")]
    public void A_name_is_held_to_its_rules_once_resolved(string value, string error)
    {
        var template = TemplateText.WithParameter("{name: N, type: STRING}")
            .Replace("name: J", "name: '{{Param.N}}'", StringComparison.Ordinal);
        Assert.Equal(
            [$"line 2, column 7: name: {error}"], Create(template, ("N", value)).Errors.Select(one => one.ToString()));
    }

    [Fact]
    public void Members_of_an_association_are_compared_once_their_lengths_are_known()
    {
        var template = TemplateText.WithTaskParameter(
            "{name: A, type: INT, range: '1-{{Param.N}}'}",
            "\n    - {name: B, type: INT, range: [1, 2]}\n    combination: (A, B)\nparameterDefinitions: [{name: "
                + "N, type: INT}]");
        Assert.Empty(Create(template, ("N", "2")).Errors);
        Assert.Equal(
            ["line 10, column 18: steps[0] -> parameterSpace -> combination: "
                + "The members of an association must have equally many values, and these have 3, 2."],
            Create(template, ("N", "3")).Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Ranges_are_held_to_their_rules_once_resolved()
    {
        var template = TemplateText.WithTaskParameter(
            "{name: A, type: INT, range: '1-{{Param.N}}'}",
            "\n    - {name: B, type: INT, range: ['{{Param.N}}']}\nparameterDefinitions: [{name: N, type: STRING}]");
        Assert.Equal(
            [
                "line 8, column 35: steps[0] -> parameterSpace -> taskParameterDefinitions[0] -> range: "
                    + "'1-x' is not a range of whole numbers: 'x' at character 3 is not expected: "
                    + "a whole number would be right.",
                "line 9, column 36: steps[0] -> parameterSpace -> taskParameterDefinitions[1] -> range[0]: "
                    + "'x' is not a whole number of 64 bits.",
            ],
            Create(template, ("N", "x")).Errors.Select(error => error.ToString()));
    }

    private static Validated<Job> Create(string template, params (string Name, string Value)[] values)
    {
        var submission = new JobSubmission
        {
            Template = template,
            Parameters = values.ToDictionary(one => one.Name, DocumentNode (one) => ScalarNode.FromText(one.Value)),
            Paths = new PathContext("/t", "/w"),
        };
        return submission.CreateJob();
    }
}
