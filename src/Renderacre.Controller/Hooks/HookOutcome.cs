namespace Renderacre.Controller.Hooks;

/// <summary>How one run of a hook ended.</summary>
internal enum HookOutcome
{
    /// <summary>The command ended with exit code 0, or the address answered with a status of 200 to 299.</summary>
    Succeeded,

    /// <summary>It failed in a way that may pass.</summary>
    Failed,

    /// <summary>It failed in a way that trying again does not mend.</summary>
    Refused,

    /// <summary>It took longer than it may.</summary>
    TimedOut,
}
