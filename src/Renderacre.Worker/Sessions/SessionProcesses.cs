using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Processes.Linux;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Sessions;

/// <summary>The processes of a session, found without its host: by its control group and by its marker.</summary>
internal static class SessionProcesses
{
    /// <summary>Ends all of them, the host included.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="launcher">Finds marked processes.</param>
    /// <param name="time">Times the looks.</param>
    public static async Task KillAsync(SessionFolder folder, IProcessLauncher launcher, TimeProvider time)
    {
        if (folder.ReadControlGroup() is { } group)
            await ControlGroup.KillAsync(group, time);
        await launcher.KillMarkedAsync(folder.Marker);
    }

    /// <summary>Removes what finding them needed, once none is left.</summary>
    /// <param name="folder">The session's folder.</param>
    public static void Forget(SessionFolder folder)
    {
        if (folder.ReadControlGroup() is { } group)
            ControlGroup.TryRemove(group);
    }
}
