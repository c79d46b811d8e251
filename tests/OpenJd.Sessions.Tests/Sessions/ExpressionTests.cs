using OpenJd.Expressions.Paths;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Tests.Support;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

/// <summary>What the EXPR extension does on the host.</summary>
public sealed class ExpressionTests
{
    private static readonly string[] Extensions = ["EXPR", "FEATURE_BUNDLE_1"];

    [Fact]
    public async Task An_argument_that_is_null_is_dropped_and_a_list_becomes_several()
    {
        await using var harness = Open(extensions: Extensions);
        var recorder = new Recorder();
        await harness.RunAsync(Print("{{ null }}", "{{ ['a', 'b c'] }}", "x{{ null }}y", "{{ [1, 2] }}", "{{ 'd' }}"),
            recorder);
        Assert.Equal(["a", "b c", "xy", "1", "2", "d"], recorder.Lines);
    }

    [Fact]
    public async Task Let_bindings_see_parameters_files_and_those_before_them()
    {
        await using var harness = Open(
            extensions: Extensions, parameters: [new JobParameter("Start", JobParameterType.Int, "10")]);
        var recorder = new Recorder();
        var script = Print("{{ frame }}", "{{ next }}", "{{ file }}") with
        {
            Let =
            [
                new LetDefinition("frame", "Param.Start + Task.Param.N"), new LetDefinition("next", "frame + 1"),
                new LetDefinition("file", "Task.File.Data"),
            ],
            EmbeddedFiles = [new EmbeddedFile { Name = "Data", Filename = "d.txt", Data = "{{ next }}" }],
        };
        await harness.RunAsync(script, recorder, new TaskParameterValue("N", TaskParameterType.Int, "5"));
        Assert.Equal(["15", "16", "d.txt"], recorder.Lines.Select(line => Path.GetFileName(line)));
    }

    [Fact]
    public async Task A_let_binding_that_fails_is_named_and_fails_the_task()
    {
        await using var harness = Open(extensions: Extensions);
        var outcome = await harness.RunAsync(
            Print("{{ bad }}") with { Let = [new LetDefinition("bad", "1 / 0")] }, new Recorder());
        Assert.Equal(ActionState.CouldNotStart, outcome.State);
        Assert.StartsWith("let bad: ", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_gives_its_name_and_bindings_to_its_tasks_and_environments()
    {
        await using var harness = Open(extensions: Extensions, jobName: "The job");
        var recorder = new Recorder();
        var step = new Step
        {
            Name = "The step",
            Let = [new LetValue("size", new IntValue(7))],
            Script = Print("{{ Job.Name }}", "{{ Step.Name }}", "{{ size * 2 }}"),
        };
        var environment = Environment("E", variables: new() { ["WHERE"] = "{{ Step.Name }} {{ size }}" })
            with
        { Extensions = Extensions };
        var token = TestContext.Current.CancellationToken;
        await harness.Session.EnterEnvironmentAsync(environment, step, recorder, token);
        await harness.Session.RunTaskAsync(step, [], recorder, token);
        await harness.RunAsync("echo $WHERE", recorder);
        Assert.Equal(["The job", "The step", "14", "The step 7"], recorder.Lines);
    }

    [Fact]
    public async Task Variables_of_an_environment_do_not_see_its_let_bindings_but_its_actions_do()
    {
        await using var harness = Open(extensions: Extensions);
        var recorder = new Recorder();
        var environment = Environment("E", "echo {{ word }}") with { Extensions = Extensions };
        environment = environment with
        {
            Script = environment.Script! with { Let = [new LetDefinition("word", "'yes'")] },
        };
        await harness.EnterAsync(environment, recorder);
        Assert.Equal(["yes"], recorder.Lines);

        await using var other = Open(extensions: Extensions);
        var outcome = await other.EnterAsync(
            environment with { Variables = new Dictionary<string, string> { ["V"] = "{{ word }}" } }, recorder);
        Assert.StartsWith("variable 'V': ", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_have_their_types_and_paths_are_mapped()
    {
        await using var harness = Open(
            extensions: Extensions,
            parameters:
            [
                new JobParameter("Flag", JobParameterType.Bool, "true"),
                new JobParameter("Files", JobParameterType.ListPath, """["/mnt/a", "/other/b"]"""),
                new JobParameter("Numbers", JobParameterType.ListListInt, "[[1,2],[3]]"),
                new JobParameter("Ratio", JobParameterType.Float, "3.500"),
                new JobParameter("Frames", JobParameterType.RangeExpr, "1-3"),
            ],
            rules: [new PathMappingRule(SourcePathFormat.Posix, "/mnt", "/srv")]);
        var recorder = new Recorder();
        await harness.RunAsync(
            Print(
                "{{ 'on' if Param.Flag else 'off' }}", "{{ Param.Files }}", "{{ RawParam.Files[0] }}",
                "{{ Param.Numbers[0] }}", "{{ Param.Ratio }}", "{{ Param.Ratio + 1 }}", "{{ Param.Frames[2] }}",
                "{{ Task.Param.Chunk }}", "{{ Task.Param.Chunk[0] }}", "{{ Session.HasPathMappingRules and 'rules' }}"),
            recorder, new TaskParameterValue("Chunk", TaskParameterType.ChunkInt, "5-5"));
        Assert.Equal(
            ["on", "/srv/a", "/other/b", "/mnt/a", "1", "2", "3.500", "4.5", "3", "5-5", "5", "rules"],
            recorder.Lines);
    }

    [Theory]
    [InlineData(EndOfLine.Lf, "a\nb\n")]
    [InlineData(EndOfLine.CrLf, "a\r\nb\r\n")]
    [InlineData(EndOfLine.Auto, "a\nb\n")]
    public async Task An_embedded_file_has_the_line_ends_it_asks_for(EndOfLine endOfLine, string expected)
    {
        await using var harness = Open(extensions: Extensions);
        var recorder = new Recorder();
        var outcome = await harness.RunAsync(
            Shell("cat {{Task.File.Data}}"), recorder,
            new EmbeddedFile { Name = "Data", Data = "a\r\nb\n", EndOfLine = endOfLine });
        Assert.Equal(expected, outcome.StdoutTail);
    }

    [Fact]
    public async Task Without_the_extension_data_is_written_as_it_is()
    {
        await using var harness = Open();
        var outcome = await harness.RunAsync(
            Shell("cat {{Task.File.Data}}"), new Recorder(), new EmbeddedFile { Name = "Data", Data = "a\r\nb\n" });
        Assert.Equal("a\r\nb\n", outcome.StdoutTail);
    }

    private static StepScript Print(params string[] args) =>
        new() { OnRun = new ActionDefinition { Command = "printf", Args = ["%s\n", .. args] } };
}
