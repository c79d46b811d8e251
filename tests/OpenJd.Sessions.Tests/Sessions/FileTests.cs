using System.Text.Json;
using OpenJd.Expressions.Paths;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Tests.Support;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

public sealed class FileTests
{
    [Fact]
    public async Task Embedded_files_are_written_for_their_owner_only_with_their_data_resolved()
    {
        await using var harness = Open(parameters: [new JobParameter("Who", JobParameterType.String, "world")]);
        var recorder = new Recorder();
        var run = new EmbeddedFile
        {
            Name = "Run",
            Runnable = true,
            Data = "#!/bin/sh\necho hello {{Param.Who}}\n"
                + "stat -c %a '{{Task.File.Run}}' '{{Task.File.Data}}'\n",
        };
        var data = new EmbeddedFile { Name = "Data", Filename = "scene file.txt", Data = "x" };
        var outcome = await harness.RunAsync(
            new ActionDefinition { Command = "{{Task.File.Run}}" }, recorder, run, data);
        Assert.Equal(ActionState.Succeeded, outcome.State);
        Assert.Equal(["hello world", "500", "400"], recorder.Lines);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(harness.Session.WorkingDirectory, "*", SearchOption.AllDirectories),
            path => path.EndsWith("scene file.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_environment_s_files_are_written_anew_before_its_exit_action_at_the_same_place()
    {
        await using var harness = Open();
        var environment = new EnvironmentDefinition
        {
            Name = "E",
            Script = new EnvironmentScript
            {
                OnEnter = Shell("echo {{Env.File.F}}; cat {{Env.File.F}}; rm -f {{Env.File.F}}"),
                OnExit = Shell("echo {{Env.File.F}}; cat {{Env.File.F}}"),
                EmbeddedFiles = [new EmbeddedFile { Name = "F", Data = "contents\n" }],
            },
        };
        var recorder = new Recorder();
        await harness.EnterAsync(environment, recorder);
        await harness.ExitAsync(recorder);
        Assert.Equal(recorder.Lines[..2], recorder.Lines[2..]);
        Assert.Equal("contents", recorder.Lines[1]);
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("..")]
    [InlineData("a/b")]
    public async Task A_filename_with_folders_is_refused_by_name(string filename)
    {
        await using var harness = Open();
        var outcome = await harness.RunAsync(
            Shell("true"), new Recorder(), new EmbeddedFile { Name = "F", Filename = filename, Data = "x" });
        Assert.Equal(
            (ActionState.CouldNotStart,
                $"embedded file 'F': the filename '{filename}' must be a plain name without folders"),
            (outcome.State, outcome.Message));
    }

    [Fact]
    public async Task The_working_directory_is_private_and_removed_at_the_end()
    {
        await using var harness = Open();
        var directory = harness.Session.WorkingDirectory;
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
        await harness.RunAsync(
            "mkdir -p deep/er; touch deep/er/file; ln -s / root; chmod 0500 deep/er deep", new Recorder());
        Assert.Null(await harness.Session.CloseAsync());
        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task The_working_directory_is_kept_on_request()
    {
        await using var harness = Open(keep: true);
        await harness.RunAsync("echo kept > file", new Recorder());
        Assert.Null(await harness.Session.CloseAsync());
        Assert.True(File.Exists(Path.Combine(harness.Session.WorkingDirectory, "file")));
    }

    [Fact]
    public async Task Path_values_are_mapped_and_the_rules_are_told()
    {
        await using var harness = Open(
            parameters:
            [
                new JobParameter("Scene", JobParameterType.Path, "/mnt/shows/a.blend"),
                new JobParameter("Text", JobParameterType.String, "/mnt/shows/a.blend"),
            ],
            rules: [new PathMappingRule(SourcePathFormat.Posix, "/mnt/shows", "/srv/shows")]);
        var recorder = new Recorder();
        var script = new StepScript
        {
            OnRun = new ActionDefinition
            {
                Command = "printf",
                Args =
                [
                    "%s\n", "{{Param.Scene}}", "{{RawParam.Scene}}", "{{Param.Text}}", "{{Task.Param.Out}}",
                    "{{Task.RawParam.Out}}", "{{Session.HasPathMappingRules}}", "{{Session.PathMappingRulesFile}}",
                ],
            },
        };
        await harness.RunAsync(
            script, recorder, new TaskParameterValue("Out", TaskParameterType.Path, "/mnt/shows/out"));
        Assert.Equal(
            [
                "/srv/shows/a.blend", "/mnt/shows/a.blend", "/mnt/shows/a.blend", "/srv/shows/out", "/mnt/shows/out",
                "true",
            ],
            recorder.Lines[..6]);
        using var rules = JsonDocument.Parse(
            await File.ReadAllTextAsync(recorder.Lines[6], TestContext.Current.CancellationToken));
        Assert.Equal("pathmapping-1.0", rules.RootElement.GetProperty("version").GetString());
        var rule = Assert.Single(rules.RootElement.GetProperty("path_mapping_rules").EnumerateArray());
        Assert.Equal(
            ("POSIX", "/mnt/shows", "/srv/shows"),
            (rule.GetProperty("source_path_format").GetString(), rule.GetProperty("source_path").GetString(),
                rule.GetProperty("destination_path").GetString()));
    }

    [Fact]
    public async Task Without_rules_the_session_says_false()
    {
        await using var harness = Open();
        var recorder = new Recorder();
        await harness.RunAsync("echo {{Session.HasPathMappingRules}}", recorder);
        Assert.Equal(["false"], recorder.Lines);
    }
}
