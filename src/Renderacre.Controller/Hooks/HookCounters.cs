namespace Renderacre.Controller.Hooks;

/// <summary>Runs of hooks since the controller's start. Any thread may call it.</summary>
internal sealed class HookCounters
{
    private long _succeeded;
    private long _failed;

    /// <summary>Runs that succeeded.</summary>
    public long Succeeded => Volatile.Read(ref _succeeded);

    /// <summary>Runs that did not.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>A run has ended.</summary>
    /// <param name="succeeded">Whether it did what it is for.</param>
    public void Ran(bool succeeded) => Interlocked.Increment(ref succeeded ? ref _succeeded : ref _failed);
}
