namespace Renderacre.Simulation.Workers;

/// <summary>Somebody who works, or says so.</summary>
internal interface IWorkerModel
{
    /// <summary>Begins.</summary>
    void Start();

    /// <summary>What it calls itself.</summary>
    string Name { get; }

    /// <summary>The farm has its machine shut down, since it has nothing to do.</summary>
    void ShutDown();

    /// <summary>The farm has its machine woken, since work waits for it.</summary>
    void Wake();

    /// <summary>From here on nothing goes wrong with it; one that is away comes back.</summary>
    void Heal();
}
