namespace Renderacre.Farm.Explaining;

/// <summary>Counts how many workers lack what. Few things can lack, so one is found by going through all.</summary>
internal sealed class MissTally
{
    private readonly List<(WorkerObstacle Missing, int Workers)> _counts = [];

    /// <summary>What is missing and of how many workers: what most of them lack comes first.</summary>
    public IEnumerable<(WorkerObstacle Missing, int Workers)> Counts => _counts
        .OrderByDescending(count => count.Workers)
        .ThenBy(count => count.Missing.Kind)
        .ThenBy(count => count.Missing.Place);

    /// <summary>Counts what one worker lacks.</summary>
    public void Add(List<WorkerObstacle> misses)
    {
        foreach (WorkerObstacle missing in misses)
        {
            int place = PlaceOf(missing);
            if (place < 0)
                _counts.Add((missing, 1));
            else
                _counts[place] = (missing, _counts[place].Workers + 1);
        }
    }

    private int PlaceOf(WorkerObstacle missing)
    {
        for (int place = 0; place < _counts.Count; place++)
        {
            if (_counts[place].Missing == missing)
                return place;
        }

        return -1;
    }
}
