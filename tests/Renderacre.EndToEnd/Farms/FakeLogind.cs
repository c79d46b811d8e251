namespace Renderacre.EndToEnd.Farms;

/// <summary>A <c>loginctl</c> of a machine at whose keyboard somebody is, or nobody.</summary>
internal sealed class FakeLogind : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("renderacre-logind-").FullName;

    public FakeLogind()
    {
        string program = System.IO.Path.Combine(_folder, "loginctl");
        File.WriteAllText(program, $"""
            #!/bin/sh
            [ -e '{_folder}/fails' ] && exit 1
            [ "$1" = show-session ] && cat '{_folder}/session'
            [ "$1" = list-sessions ] && [ -e '{_folder}/session' ] && echo '   2 1000 ann seat0'
            exit 0

            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The value of PATH by which it is found.</summary>
    public string Path => $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";

    public void SomebodyComes()
    {
        string half = System.IO.Path.Combine(_folder, "half");
        File.WriteAllText(half, "Id=2\nType=wayland\nClass=user\nState=active\nIdleHint=no\nIdleSinceHint=0\n");
        File.Move(half, System.IO.Path.Combine(_folder, "session"));
    }

    public void EverybodyLeaves() => File.Delete(System.IO.Path.Combine(_folder, "session"));

    public void Fails() => File.WriteAllText(System.IO.Path.Combine(_folder, "fails"), "");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
