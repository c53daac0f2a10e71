package io.tollgate.orders.order;

/** The newest version of the reservation and of the payment that the order has heard of; 0 for nothing yet. */
public record Heard(long stock, long payment) {
    static final Heard NOTHING = new Heard(0, 0);

    boolean isNews(Answer answer) {
        return answer.version() > (answer instanceof StockAnswer ? stock : payment);
    }

    Heard with(Answer answer) {
        return answer instanceof StockAnswer
                ? new Heard(answer.version(), payment)
                : new Heard(stock, answer.version());
    }
}
