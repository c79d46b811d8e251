using System.Runtime.Versioning;
using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd.Users;

/// <summary>A farm with a worker that runs its sessions as a user made for the test.</summary>
internal sealed class JobUserScene : IAsyncDisposable
{
    private const UnixFileMode Passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly string _programs = Directory.CreateTempSubdirectory("renderacre-programs-").FullName;

    private JobUserScene(TempUser user) => User = user;

    public TempFarm Farm { get; } = new();

    public TempUser User { get; }

    /// <summary>A folder that the user may write in, for what its tasks tell.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>The worker's program, where the user may run it.</summary>
    public string Program => Path.Combine(_programs, "farm-worker");

    /// <summary>The worker's folder of sessions.</summary>
    public string Sessions => Farm.PathOf("one/sessions");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [UnsupportedOSPlatform("windows")]
    public static async Task<JobUserScene> MakeAsync()
    {
        var scene = new JobUserScene(await TempUser.MakeAsync());
        File.SetUnixFileMode(scene.Farm.Folder, Passable);
        scene.Notes = await scene.User.FolderAsync(scene.Farm.PathOf("notes"));
        scene.CopyPrograms();
        await scene.Farm.StartControllerAsync();
        return scene;
    }

    /// <summary>Starts the worker, or one in its place.</summary>
    /// <param name="more">More of its options.</param>
    public Task<FarmProcess> StartWorkerAsync(params string[] more) =>
        Farm.StartWorkerOfAsync(Program, "one", 1, ["--run-as", User.Name, .. more]);

    /// <summary>Submits a step with an environment, whose tasks run a script.</summary>
    /// <param name="script">The script; NOTES stands for the folder of notes.</param>
    /// <param name="tasks">How many tasks.</param>
    public Task<Job> SubmitAsync(string script, int tasks = 1)
    {
        var template = """
            specificationVersion: jobtemplate-2023-09
            name: user
            steps:
            - name: Step
              parameterSpace: {taskParameterDefinitions: [{name: N, type: INT, range: "1-TASKS"}]}
              stepEnvironments:
              - name: Scene
                script:
                  actions:
                    onEnter: {command: sh, args: [-c, "id -un >> NOTES/enter"]}
                    onExit: {command: sh, args: [-c, "id -un >> NOTES/exit"]}
              script:
                embeddedFiles:
                - name: Run
                  type: TEXT
                  runnable: true
                  data: |
                    #!/bin/sh
                    SCRIPT
                actions: {onRun: {command: "{{Task.File.Run}}", cancelation: {mode: NOTIFY_THEN_TERMINATE}}}
            """
            .Replace("SCRIPT", script, StringComparison.Ordinal)
            .Replace("NOTES", Notes, StringComparison.Ordinal)
            .Replace("TASKS", $"{tasks}", StringComparison.Ordinal);
        var submission = new JobSubmit
        {
            Name = "user",
            MaxRetries = 0,
            Openjd = new OpenJdSubmit { TemplateYaml = template },
        };
        return Farm.Client.SubmitAsync(submission, Token);
    }

    /// <summary>Lines that tasks noted; none where there are none yet.</summary>
    /// <param name="name">The file.</param>
    public IReadOnlyList<string> Lines(string name) => Farm.Lines(Path.Combine("notes", name));

    public async ValueTask DisposeAsync()
    {
        await Farm.DisposeAsync();
        await User.DisposeAsync();
        Directory.Delete(_programs, recursive: true);
    }

    // The repository may lie in a folder that only its owner enters.
    [UnsupportedOSPlatform("windows")]
    private void CopyPrograms()
    {
        var folder = Path.GetDirectoryName(ProgramFile.Worker) ?? "";
        File.SetUnixFileMode(_programs, Passable);
        foreach (var file in Directory.EnumerateFiles(folder, IsOneFile(folder) ? "farm-worker" : "*"))
            File.Copy(file, Path.Combine(_programs, Path.GetFileName(file)));
    }

    private static bool IsOneFile(string folder) => !File.Exists(Path.Combine(folder, "farm-worker.dll"));
}
