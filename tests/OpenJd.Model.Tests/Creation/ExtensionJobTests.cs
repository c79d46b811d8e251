using OpenJd.Expressions;
using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Tests.Creation;

/// <summary>What the extensions add to the making of jobs.</summary>
public sealed class ExtensionJobTests
{
    private const string Head = """
        specificationVersion: jobtemplate-2023-09
        extensions: [EXPR, FEATURE_BUNDLE_1, TASK_CHUNKING, WRAP_ACTIONS]
        name: Job {{Param.N}}
        parameterDefinitions:
        - {name: N, type: INT, default: 3}
        - {name: Names, type: "LIST[STRING]", default: [a, b]}
        - {name: Dir, type: PATH, default: out}
        - {name: Big, type: BOOL, default: false}
        steps:
        - name: S

        """;

    private const string Run = "  script: {actions: {onRun: {command: run}}}\n";

    private const string Wrapping = """
        specificationVersion: environment-2023-09
        extensions: [EXPR, FEATURE_BUNDLE_1, WRAP_ACTIONS]
        environment:
          name: Wrap
          script:
            actions:
              onWrapEnvEnter: {command: wrap, timeout: "{{WrappedAction.Timeout}}"}
              onWrapTaskRun:
                command: wrap
                cancelation:
                  mode: "{{WrappedAction.Cancelation.Mode}}"
                  notifyPeriodInSeconds: "{{WrappedAction.Cancelation.NotifyPeriodInSeconds}}"
              onWrapEnvExit: {command: wrap}
        """;

    [Fact]
    public void Names_bound_by_a_step_have_values_that_its_other_parts_see()
    {
        var step = Step("""
              let: ["n = Param.N * 2", "names = [x + '!' for x in Param.Names]", "where = Job.Name + '/' + Step.Name"]
              hostRequirements:
                amounts: [{name: "amount.{{names[0][0]}}", min: "{{n}}"}]
              parameterSpace:
                taskParameterDefinitions:
                - {name: F, type: INT, range: "1-{{n}}"}
                - {name: T, type: STRING, range: "{{names}}"}

            """ + Run);
        Assert.Equal(
            ["n int 6", "names list[string] [\"a!\", \"b!\"]", "where string Job 3/S"],
            step.Let.Select(one => $"{one.Name} {one.Value.Type} {one.Value.Text}"));
        Assert.Equal(new AmountRequirement("amount.a", 6, null), Assert.Single(step.HostRequirements!.Amounts));
        Assert.Equal(12, ParameterSpace.Create(step.ParameterSpace).Length);
    }

    [Fact]
    public void An_item_that_is_one_expression_may_be_null_or_many()
    {
        var step = Step("""
              hostRequirements:
                attributes:
                - {name: attr.x, anyOf: ["{{Param.Names}}", "{{'big' if Param.Big else null}}", c]}
              parameterSpace:
                taskParameterDefinitions:
                - {name: F, type: INT, range: ["{{[Param.N, Param.N + 1]}}", "{{5 if Param.Big else null}}", 9]}

            """ + Run);
        Assert.Equal(["a", "b", "c"], Assert.Single(step.HostRequirements!.Attributes).AnyOf);
        Assert.Equal(["3", "4", "9"], step.ParameterSpace!.Parameters[0].Values);
    }

    [Theory]
    [InlineData("{{Param.N * 10}}", 30L)]
    [InlineData("{{Param.N}}0", 30L)]
    [InlineData("{{Param.N if Param.Big else null}}", null)]
    public void A_timeout_is_resolved_when_the_job_is_made(string timeout, long? seconds)
    {
        var action = Step($"  script: {{actions: {{onRun: {{command: run, timeout: \"{timeout}\"}}}}}}\n").Script.OnRun;
        Assert.Equal((seconds, null), (action.TimeoutSeconds, action.TimeoutFormat));
    }

    [Theory]
    [InlineData("timeout: '{{Param.N - 3}}'", "timeout resolves to 0: it is a whole number from 1 to")]
    [InlineData(
        "cancelation: {mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: '{{Param.N * 201}}'}",
        "notifyPeriodInSeconds resolves to 603: it is a whole number from 1 to 600")]
    public void Seconds_out_of_bounds_refuse_the_job(string field, string message) =>
        Assert.Contains(message, Errors($"  script: {{actions: {{onRun: {{command: run, {field}}}}}}}\n"));

    [Theory]
    [InlineData("min: '{{null}}'", "An amount requirement needs 'min' or 'max', and both are null.")]
    [InlineData("min: '{{Param.N - 4}}'", "min cannot be -1.0: it is a number of 0 or more")]
    [InlineData("min: 5, max: '{{Param.N}}'", "min 5 of 'amount.x' is above max 3.0.")]
    public void Amounts_are_checked_once_resolved(string field, string message) =>
        Assert.Contains(message, Errors($"  hostRequirements: {{amounts: [{{name: amount.x, {field}}}]}}\n{Run}"));

    [Theory]
    [InlineData("amount.worker.vcpu", 1)]
    [InlineData("Amount.Worker.VCPU", 1)]
    [InlineData("amount.worker.memory", null)]
    public void The_least_number_of_virtual_CPUs_is_one_where_it_is_left_out(string name, int? least)
    {
        var amount = $"{{name: {name}, max: '{{{{Param.N}}}}'}}";
        var job = Create($"  hostRequirements: {{amounts: [{amount}]}}\n{Run}", []).Value!;
        Assert.Equal(
            new AmountRequirement(name, least, 3), Assert.Single(job.Steps[0].HostRequirements!.Amounts));
    }

    [Fact]
    public void No_host_has_less_than_one_virtual_CPU() => Assert.Contains(
        "min 1 of 'amount.worker.vcpu' is above max 0.5.",
        Errors($"  hostRequirements: {{amounts: [{{name: amount.worker.vcpu, max: 0.5}}]}}\n{Run}"));

    [Theory]
    [InlineData("{name: F, type: INT, range: '{{[n for n in [Param.N] if n > 9]}}'}", "The range has 0 values")]
    [InlineData(
        "{name: F, type: INT, range: '{{list(range_expr(\"1-\" + string(Param.N * 342)))}}'}",
        "The range has 1026 values")]
    [InlineData("{name: F, type: INT, range: ['{{null}}']}", "The range has 0 values once resolved")]
    [InlineData(
        "{name: F, type: 'CHUNK[INT]', range: 1-9, chunks: {defaultTaskCount: '{{Param.N - 3}}', "
            + "rangeConstraint: CONTIGUOUS}}",
        "defaultTaskCount resolves to 0: 1 is the least.")]
    public void Ranges_and_chunks_are_checked_once_resolved(string parameter, string message) => Assert.Contains(
        message, Errors($"  parameterSpace: {{taskParameterDefinitions: [{parameter}]}}\n{Run}"));

    [Fact]
    public void What_a_wrap_hook_forwards_is_left_to_the_host()
    {
        var job = Create(Run, [Wrapping]).Value!;
        var script = Assert.Single(job.Environments).Script!;
        Assert.Equal(["EXPR", "FEATURE_BUNDLE_1", "WRAP_ACTIONS"], job.Environments[0].Extensions);
        Assert.Equal("{{WrappedAction.Timeout}}", script.OnWrapEnvEnter!.TimeoutFormat);
        Assert.Equal(
            new CancelationMethod(CancelationMode.Terminate, null)
            {
                ModeFormat = "{{WrappedAction.Cancelation.Mode}}",
                NotifyPeriodFormat = "{{WrappedAction.Cancelation.NotifyPeriodInSeconds}}",
            },
            script.OnWrapTaskRun!.Cancelation);
    }

    [Fact]
    public void Two_environments_of_a_session_with_wrap_hooks_refuse_the_job() => Assert.Contains(
        "Only one environment of a session may have wrap hooks",
        string.Join('\n', Create(Run, [Wrapping, Wrapping.Replace("name: Wrap", "name: Other")]).Errors));

    [Fact]
    public void A_path_that_is_a_URI_stays_as_it_is()
    {
        var job = Create(Run, [], ("Dir", "s3://bucket/../key")).Value!;
        Assert.Equal("s3://bucket/../key", job.Parameters.Single(one => one.Name == "Dir").Value);
    }

    [Fact]
    public void Expressions_may_cost_no_more_than_the_limits_say()
    {
        const string costly = "  let: ['n = sum([x for x in range_expr(\"1-900000\")])']\n";
        var limits = EvaluationLimits.Submission;
        Assert.True(Create(costly + Run, []).IsValid);
        Assert.False(Create(costly + Run, [], limits).IsValid);
    }

    private static string Errors(string step) => string.Join('\n', Create(step, []).Errors);

    private static Step Step(string step)
    {
        var job = Create(step, []);
        Assert.True(job.IsValid, string.Join('\n', job.Errors));
        return job.Value.Steps[0];
    }

    private static Validated<Job> Create(
        string step, IReadOnlyList<string> environments, params (string Name, string Value)[] parameters) =>
        Create(step, environments, EvaluationLimits.Specification, parameters);

    private static Validated<Job> Create(
        string step,
        IReadOnlyList<string> environments,
        EvaluationLimits limits,
        params (string Name, string Value)[] parameters) => new JobSubmission
        {
            Template = Head + step,
            EnvironmentTemplates = environments,
            Parameters = parameters.ToDictionary(
                one => one.Name, one => (DocumentNode)ScalarNode.FromText(one.Value)),
            Paths = new PathContext("/t", "/w"),
            Limits = limits,
        }.CreateJob();
}
