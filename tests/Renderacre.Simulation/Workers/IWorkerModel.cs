namespace Renderacre.Simulation.Workers;

/// <summary>Somebody who works, or says so.</summary>
internal interface IWorkerModel
{
    /// <summary>Begins.</summary>
    void Start();

    /// <summary>From here on nothing goes wrong with it; one that is away comes back.</summary>
    void Heal();
}
